/** Catalogues that batches were adopted by, kept so that an hour can be replayed by its own. */
@org.springframework.modulith.NamedInterface("kept")
@org.jspecify.annotations.NullMarked
package io.hourshare.normalize.kept;

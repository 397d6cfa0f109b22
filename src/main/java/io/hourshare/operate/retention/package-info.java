/** How long what landed is kept, and its end. */
@org.springframework.modulith.NamedInterface("retention")
@org.jspecify.annotations.NullMarked
package io.hourshare.operate.retention;

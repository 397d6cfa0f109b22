/** Durable files and the journal: no file becomes visible but through it. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel"})
@org.jspecify.annotations.NullMarked
package io.hourshare.store;

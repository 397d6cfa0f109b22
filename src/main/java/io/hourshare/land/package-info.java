/** Keeps what came, unchanged, once. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "contract", "store"})
@org.jspecify.annotations.NullMarked
package io.hourshare.land;

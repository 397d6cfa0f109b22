/** Who may see what, for which purpose; what was read. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "contract", "store"})
@org.jspecify.annotations.NullMarked
package io.hourshare.access;

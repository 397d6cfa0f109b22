/** A town of simulated departments over the real protocols. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "contract"})
@org.jspecify.annotations.NullMarked
package io.hourshare.sandbox;

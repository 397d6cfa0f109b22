/** Builds, verifies and swaps a snapshot; rolls back; retires. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "contract", "store", "engine", "merge", "quality"})
@org.jspecify.annotations.NullMarked
package io.hourshare.publish;

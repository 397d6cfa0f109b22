/** Decides which records are one enterprise. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "contract", "store", "engine", "normalize"})
@org.jspecify.annotations.NullMarked
package io.hourshare.resolve;

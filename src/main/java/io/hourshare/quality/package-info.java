/** The contracts' quality rules, run over each feed's current records, and a score per dimension. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "contract", "store", "engine", "normalize"})
@org.jspecify.annotations.NullMarked
package io.hourshare.quality;

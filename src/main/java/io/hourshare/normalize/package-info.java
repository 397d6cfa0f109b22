/** Turns landed bytes into canonical Parquet, or into quarantine with reason and position. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "contract", "store", "engine", "land"})
@org.jspecify.annotations.NullMarked
package io.hourshare.normalize;

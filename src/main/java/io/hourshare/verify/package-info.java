/** Counts the laws of the data from its files alone, and hands out evidence that others can check. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "contract",
            "store",
            "engine",
            "land",
            "normalize",
            "normalize :: kept",
            "merge",
            "publish",
            "serve",
            "access"
        })
@org.jspecify.annotations.NullMarked
package io.hourshare.verify;

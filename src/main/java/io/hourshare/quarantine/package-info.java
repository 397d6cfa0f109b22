/** Records that were held back: by cause, with samples, and in the department's own columns to be mended. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "contract",
            "store",
            "engine",
            "land",
            "normalize",
            "normalize :: fault",
            "access",
            "serve",
            "sheet"
        })
@org.jspecify.annotations.NullMarked
package io.hourshare.quarantine;

/** Where a published value comes from: every claim behind it, back to the bytes or the cell, and computed again. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "contract",
            "store",
            "engine",
            "normalize",
            "normalize :: kept",
            "merge",
            "publish",
            "serve :: enterprise",
            "operate :: freshness"
        })
@org.jspecify.annotations.NullMarked
package io.hourshare.evidence;

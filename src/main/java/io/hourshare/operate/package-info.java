/** Windows due, runs, schedule, operator REST and command line; Quartz lives only here. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "contract",
            "store",
            "engine",
            "land",
            "pull",
            "normalize",
            "normalize :: fault",
            "normalize :: kept",
            "resolve",
            "resolve :: evaluate",
            "merge",
            "publish",
            "quality",
            "serve",
            "access",
            "sandbox",
            "verify",
            "ledger",
            "verify :: evidence",
            "review"
        })
@org.jspecify.annotations.NullMarked
package io.hourshare.operate;

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
            "resolve",
            "merge",
            "publish",
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

/** Claims to profile, with provenance, conflicts and satellites. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "contract",
            "store",
            "engine",
            "normalize",
            "normalize::kept",
            "resolve",
            "ledger"
        })
@org.jspecify.annotations.NullMarked
package io.hourshare.merge;

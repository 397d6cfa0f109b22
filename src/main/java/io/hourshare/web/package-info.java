/** The pages: templates over the faces of serve and operate. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "contract",
            "serve",
            "serve :: search",
            "serve :: snapshot",
            "serve :: profile",
            "serve :: enterprise",
            "serve :: contradiction",
            "operate",
            "quality",
            "operate :: run",
            "operate :: freshness",
            "operate :: balance",
            "operate :: slot",
            "operate :: decision",
            "operate :: snapshot",
            "operate :: replay",
            "operate :: retention",
            "access",
            "sheet",
            "quarantine",
            "trace",
            "ledger",
            "history",
            "correct",
            "review",
            "ask",
            "upload",
            "verify"
        })
@org.jspecify.annotations.NullMarked
package io.hourshare.web;

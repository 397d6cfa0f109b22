/** What changed from publication to publication: kept as changes alone, told as a feed, undone to show the past. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "contract",
            "store",
            "engine",
            "merge",
            "publish",
            "serve",
            "serve :: profile",
            "serve :: snapshot",
            "access"
        })
@org.jspecify.annotations.NullMarked
package io.hourshare.history;

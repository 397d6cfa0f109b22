/** Corrections (校核): from a doubtful value to the department that gave it, closed by what that department sends. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "contract",
            "store",
            "engine",
            "merge",
            "publish",
            "ledger",
            "access",
            "evidence"
        })
@org.jspecify.annotations.NullMarked
package io.hourshare.correct;

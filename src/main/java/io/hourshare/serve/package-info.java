/** Answers from the current snapshot: search, profile, snapshot. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "contract", "engine", "land", "publish", "ledger", "access"})
@org.jspecify.annotations.NullMarked
package io.hourshare.serve;

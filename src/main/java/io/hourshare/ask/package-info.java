/** One question to a department about one enterprise (一事一查): asked over the ledger, its answer kept as a value. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "contract", "access", "ledger", "serve", "serve :: profile"})
@org.jspecify.annotations.NullMarked
package io.hourshare.ask;

/** How each hour's batch came through: hop by hop, where it stuck, and how often the promise was kept. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "contract", "store", "access", "serve", "sheet", "quarantine"})
@org.jspecify.annotations.NullMarked
package io.hourshare.trace;

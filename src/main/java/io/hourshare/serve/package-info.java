/**
 * Answers from the current snapshot. Here is what every answer shares; above it stand {@code search}, {@code snapshot},
 * {@code profile}, {@code enterprise} and {@code contradiction}, each using only those named before it.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "contract", "engine", "land", "publish", "ledger", "access"})
@org.jspecify.annotations.NullMarked
package io.hourshare.serve;

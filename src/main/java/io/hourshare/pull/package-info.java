/** Fetches one feed for one window over its route; Camel lives only here. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "contract", "land"})
@org.jspecify.annotations.NullMarked
package io.hourshare.pull;

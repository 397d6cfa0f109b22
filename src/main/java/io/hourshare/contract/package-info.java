/** Reads routes/, jobs/ and schemas/ into checked, immutable records with a digest. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel"})
@org.jspecify.annotations.NullMarked
package io.hourshare.contract;

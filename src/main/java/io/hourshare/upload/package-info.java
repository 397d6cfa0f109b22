/** Lists carried by hand: a file for a feed, looked at before it is landed like any other delivery. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "contract", "store", "land", "normalize", "access", "serve"})
@org.jspecify.annotations.NullMarked
package io.hourshare.upload;

/** Questions about who is who, for people to decide; decisions are journalled and count from the next result on. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "store", "engine", "resolve", "serve", "access"})
@org.jspecify.annotations.NullMarked
package io.hourshare.review;

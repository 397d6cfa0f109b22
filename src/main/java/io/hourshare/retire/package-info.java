/** Lets go of what earlier hours computed and nobody needs any more, so that a disk does not fill. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "store", "merge", "publish"})
@org.jspecify.annotations.NullMarked
package io.hourshare.retire;

/** The pages: templates over the faces of serve and operate. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "contract", "serve", "operate", "access"})
@org.jspecify.annotations.NullMarked
package io.hourshare.web;

/** Words that every stage shares; free of Spring, files, SQL and the clock. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package io.hourshare.kernel;

/** Runs SQL models and Java rules in DuckDB. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel"})
@org.jspecify.annotations.NullMarked
package io.hourshare.engine;

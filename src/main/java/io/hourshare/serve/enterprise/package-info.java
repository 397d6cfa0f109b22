/** Enterprises over HTTP: found in a list, one profile, one value with where it comes from. */
@org.springframework.modulith.NamedInterface("enterprise")
@org.jspecify.annotations.NullMarked
package io.hourshare.serve.enterprise;

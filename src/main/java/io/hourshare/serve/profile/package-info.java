/** One enterprise as a snapshot or a past hour tells it, looked up by id or code, restricted values withheld. */
@org.springframework.modulith.NamedInterface("profile")
@org.jspecify.annotations.NullMarked
package io.hourshare.serve.profile;

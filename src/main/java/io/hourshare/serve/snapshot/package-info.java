/** The published snapshot that questions are answered from, opened, followed and named. */
@org.springframework.modulith.NamedInterface("snapshot")
@org.jspecify.annotations.NullMarked
package io.hourshare.serve.snapshot;

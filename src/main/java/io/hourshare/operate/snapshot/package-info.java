/** Published snapshots as operators see them: what changed from one to another, taking one back, going on. */
@org.springframework.modulith.NamedInterface("snapshot")
@org.jspecify.annotations.NullMarked
package io.hourshare.operate.snapshot;

/** Published snapshots: listed, compared, taken back, exported. */
@org.jspecify.annotations.NullMarked
package io.hourshare.operate.command.snapshot;

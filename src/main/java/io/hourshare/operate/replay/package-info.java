/** Quarantined records again, under a mended mapping. */
@org.springframework.modulith.NamedInterface("replay")
@org.jspecify.annotations.NullMarked
package io.hourshare.operate.replay;

/** The drive of the hour: what is due is worked on, and published in time. */
@org.springframework.modulith.NamedInterface("hour")
@org.jspecify.annotations.NullMarked
package io.hourshare.operate.hour;

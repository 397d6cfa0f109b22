/** What is due of each feed, and the work on one of its windows. */
@org.springframework.modulith.NamedInterface("slot")
@org.jspecify.annotations.NullMarked
package io.hourshare.operate.slot;

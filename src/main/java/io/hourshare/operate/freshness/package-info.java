/** How each feed stands against its promise. */
@org.springframework.modulith.NamedInterface("freshness")
@org.jspecify.annotations.NullMarked
package io.hourshare.operate.freshness;

/** What persons decide about feeds and windows: pauses, waivers, held deliveries. */
@org.springframework.modulith.NamedInterface("decision")
@org.jspecify.annotations.NullMarked
package io.hourshare.operate.decision;

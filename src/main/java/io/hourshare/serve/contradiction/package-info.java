/** Where departments contradict each other, as standing rules find it in the served snapshot. */
@org.springframework.modulith.NamedInterface("contradiction")
@org.jspecify.annotations.NullMarked
package io.hourshare.serve.contradiction;

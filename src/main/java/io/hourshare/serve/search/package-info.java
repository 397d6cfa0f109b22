/** Finding names as people type them: one snapshot in memory, readings of a query, the order of what was found. */
@org.springframework.modulith.NamedInterface("search")
@org.jspecify.annotations.NullMarked
package io.hourshare.serve.search;

/** What a stranger needs to count the laws anew, as one zip. */
@org.springframework.modulith.NamedInterface("evidence")
@org.jspecify.annotations.NullMarked
package io.hourshare.verify.evidence;

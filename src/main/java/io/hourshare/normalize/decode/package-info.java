/** Finds records in landed bytes, with exact positions and hard limits. */
@org.jspecify.annotations.NullMarked
package io.hourshare.normalize.decode;

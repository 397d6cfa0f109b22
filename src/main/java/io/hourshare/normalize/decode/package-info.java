/** Finds records in landed bytes, with exact positions and hard limits: {@link Decoder} chooses among the formats. */
@org.jspecify.annotations.NullMarked
package io.hourshare.normalize.decode;

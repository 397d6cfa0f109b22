package io.hourshare.land;

import io.hourshare.kernel.Digest;

/**
 * Bytes that came, not yet part of a complete delivery.
 *
 * @param name of the file that holds them
 * @param content where they stand until the delivery is complete
 */
public record KeptObject(String name, Content content, long size, Digest digest, String origin) {}

package io.hourshare.land;

import io.hourshare.kernel.Digest;
import java.nio.file.Path;

/**
 * Bytes that came, not yet part of a complete delivery.
 *
 * @param file where they stand until the delivery is complete
 */
public record KeptObject(String name, Path file, long size, Digest digest, String origin) {}

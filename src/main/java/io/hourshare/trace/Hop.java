package io.hourshare.trace;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One stretch of a batch's way.
 *
 * @param name {@code made}, {@code landed}, {@code normalized}, {@code merged} or {@code published}
 * @param title in Chinese
 * @param at when it was reached; null where the batch is still on this stretch or before it
 * @param seconds how long it took, or has taken until now; null where it has not begun
 */
public record Hop(
        String name,
        String title,
        @Nullable Instant at,
        @Nullable Long seconds,
        boolean slowest) {}

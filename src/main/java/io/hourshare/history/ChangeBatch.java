package io.hourshare.history;

import io.hourshare.kernel.HourWindow;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one publication (or rollback) changed.
 *
 * @param number from 1, without gaps, in the order of the journal
 * @param hour state of which hour everybody is served from then on
 * @param file changes as Parquet below the data root; null where there are none
 * @param gap whether what changed is not known: the first publication, or one whose predecessor's file was gone
 */
record ChangeBatch(
        long number,
        long sequence,
        HourWindow hour,
        Instant at,
        @Nullable String file,
        long changes,
        boolean gap) {}

package io.hourshare.history;

import io.hourshare.kernel.HourWindow;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one publication (or rollback) changed.
 *
 * @param number from 1, without gaps, in the order of the journal
 * @param hour state of which hour everybody is served from then on
 * @param file changes as Parquet below the data root; null where there are none, or no longer
 * @param changes how many; each keeps its number within the batch wherever it lies
 * @param state whether they are known, and how they lie
 */
record ChangeBatch(
        long number,
        long sequence,
        HourWindow hour,
        Instant at,
        @Nullable String file,
        long changes,
        State state) {

    /** What became of a batch. */
    enum State {
        /** In a file of its own. */
        FRESH,
        /** In a file with others. */
        FOLDED,
        /** Older than what is kept. */
        EXPIRED,
        /** What changed is not known: the first publication, or one whose predecessor's file was gone. */
        GAP
    }

    boolean isKnown() {
        return state == State.FRESH || state == State.FOLDED;
    }

    ChangeBatch folded(String into) {
        return new ChangeBatch(number, sequence, hour, at, into, changes, State.FOLDED);
    }

    ChangeBatch expired() {
        return new ChangeBatch(number, sequence, hour, at, null, changes, State.EXPIRED);
    }
}

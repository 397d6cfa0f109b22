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
 * @param standing whether what it brought still holds
 * @param mark of its line in the journal: a number may be given again after a backup was put back, a mark never
 */
record ChangeBatch(
        long number,
        long sequence,
        HourWindow hour,
        Instant at,
        @Nullable String file,
        long changes,
        State state,
        Standing standing,
        String mark) {

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

    /** What has become of what a batch brought. */
    enum Standing {
        /** Brought by a publication that was not taken back. */
        HOLDS,
        /** Took others back: what was before it holds no more, what came after it does. */
        TAKES_BACK,
        /** Taken back. */
        WITHDRAWN
    }

    boolean isKnown() {
        return state == State.FRESH || state == State.FOLDED;
    }

    ChangeBatch folded(String into) {
        return new ChangeBatch(number, sequence, hour, at, into, changes, State.FOLDED, standing, mark);
    }

    ChangeBatch expired() {
        return new ChangeBatch(number, sequence, hour, at, null, changes, State.EXPIRED, standing, mark);
    }

    ChangeBatch withdrawn() {
        return new ChangeBatch(number, sequence, hour, at, file, changes, state, Standing.WITHDRAWN, mark);
    }
}

package io.hourshare.normalize;

import java.util.concurrent.atomic.LongAdder;

/** What a pass over an object counted, by any of its threads. */
final class RowTally {

    private final LongAdder dropped = new LongAdder();
    private final LongAdder deletions = new LongAdder();
    private final LongAdder warnings = new LongAdder();
    private final LongAdder damaged = new LongAdder();

    void drop() {
        dropped.increment();
    }

    void accept(boolean deletion, int noted) {
        if (deletion) {
            deletions.increment();
        }
        warnings.add(noted);
    }

    void damage() {
        damaged.increment();
    }

    /** Records that could not be taken apart. */
    long damaged() {
        return damaged.sum();
    }

    long dropped() {
        return dropped.sum();
    }

    /** Accepted records that say that something is gone. */
    long deletions() {
        return deletions.sum();
    }

    /** Warnings of accepted records. */
    long warnings() {
        return warnings.sum();
    }
}

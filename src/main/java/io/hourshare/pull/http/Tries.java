package io.hourshare.pull.http;

import io.hourshare.pull.PullSettings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The tries of one call, and what the source asked for before the next. */
final class Tries {

    private int count;
    private @Nullable Duration wish;

    void succeeded() {
        count = 0;
        wish = null;
    }

    /** Counts the failed try and tells how long to wait before the next. */
    Duration failed(PullSettings settings) {
        Duration wait = settings.backoff().multipliedBy(1L << Math.min(count, 10));
        count++;
        Duration wished = wish;
        wish = null;
        return wished == null ? wait : wished;
    }

    int count() {
        return count;
    }

    /** What the source asked for in Retry-After. */
    void wish(@Nullable Duration wait) {
        wish = wait;
    }
}

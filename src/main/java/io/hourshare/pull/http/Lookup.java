package io.hourshare.pull.http;

import io.hourshare.pull.PullSettings;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** How far a roster-driven pull has come: whom it still has to ask about, and the tries of the present question. */
final class Lookup {

    /** So many subjects in a row without an answer, and the source is not asked further this time. */
    private static final int ENOUGH = 5;

    private final Deque<String> subjects;
    private int tries;
    private int unanswered;
    private @Nullable Duration wish;

    Lookup(Collection<String> subjects) {
        this.subjects = new ArrayDeque<>(subjects);
    }

    boolean more() {
        return !subjects.isEmpty();
    }

    String subject() {
        return subjects.getFirst();
    }

    /** The present question is settled, answered or not. */
    void settle(boolean answered) {
        subjects.removeFirst();
        tries = 0;
        wish = null;
        unanswered = answered ? 0 : unanswered + 1;
    }

    boolean hopeless() {
        return unanswered >= ENOUGH;
    }

    /** Nobody else is asked about this time. */
    void stop() {
        subjects.clear();
    }

    /** Counts the failed try and tells how long to wait before the next. */
    Duration failed(PullSettings settings) {
        Duration wait = settings.backoff().multipliedBy(1L << Math.min(tries, 10));
        tries++;
        Duration wished = wish;
        wish = null;
        return wished == null ? wait : wished;
    }

    int tries() {
        return tries;
    }

    void wish(@Nullable Duration wait) {
        wish = wait;
    }
}

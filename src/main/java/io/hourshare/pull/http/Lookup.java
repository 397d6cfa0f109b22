package io.hourshare.pull.http;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;

/** How far a roster-driven pull has come: whom it still has to ask about, and the tries of the present question. */
final class Lookup {

    /** So many subjects in a row without an answer, and the source is not asked further this time. */
    private static final int ENOUGH = 5;

    private final Deque<String> subjects;
    private final Tries tries = new Tries();
    private int unanswered;

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
        tries.succeeded();
        unanswered = answered ? 0 : unanswered + 1;
    }

    boolean hopeless() {
        return unanswered >= ENOUGH;
    }

    /** Nobody else is asked about this time. */
    void stop() {
        subjects.clear();
    }

    Tries tries() {
        return tries;
    }
}

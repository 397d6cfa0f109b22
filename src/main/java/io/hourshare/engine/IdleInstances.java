package io.hourshare.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;

/**
 * Instances that wait for their next session, of all engines of this process: starting one costs twenty milliseconds of
 * processor time, as much as the rest of a delivery that brings nothing.
 */
final class IdleInstances {

    /** As many as an hour uses at once; an idle one holds no rows. */
    private static final int MOST = 6;

    private final Deque<Waiting> waiting = new ArrayDeque<>();

    private record Waiting(Object limits, Instance instance) {}

    /** @param limits by which it was started */
    synchronized Optional<Instance> take(Object limits) {
        for (Iterator<Waiting> newest = waiting.iterator(); newest.hasNext(); ) {
            Waiting one = newest.next();
            if (one.limits().equals(limits)) {
                newest.remove();
                return Optional.of(one.instance());
            }
        }
        return Optional.empty();
    }

    void keep(Object limits, Instance instance) {
        Optional<Instance> eldest = put(limits, instance);
        eldest.ifPresent(Instance::close);
    }

    private synchronized Optional<Instance> put(Object limits, Instance instance) {
        waiting.addFirst(new Waiting(limits, instance));
        return waiting.size() > MOST ? Optional.of(waiting.removeLast()).map(Waiting::instance) : Optional.empty();
    }
}

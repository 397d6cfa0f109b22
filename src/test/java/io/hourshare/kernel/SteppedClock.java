package io.hourshare.kernel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until it is told to go on, or to go by itself for a while. */
public class SteppedClock extends Clock {

    private final AtomicReference<Instant> now;
    private volatile long started = -1;

    public SteppedClock(Instant start) {
        this.now = new AtomicReference<>(start);
    }

    public SteppedClock(String start) {
        this(Instant.parse(start));
    }

    public final void advance(Duration step) {
        now.updateAndGet(instant -> instant.plus(step));
    }

    public final void at(Instant instant) {
        now.set(instant);
    }

    public final void at(String instant) {
        at(Instant.parse(instant));
    }

    /** From here on, time passes. */
    public final void go() {
        started = System.nanoTime();
    }

    /** Stands still again, where it has come to. */
    public final void halt() {
        now.set(instant());
        started = -1;
    }

    @Override
    public Instant instant() {
        long since = started;
        return since < 0 ? now.get() : now.get().plusNanos(System.nanoTime() - since);
    }

    @Override
    public final ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public final Clock withZone(ZoneId zone) {
        return this;
    }
}

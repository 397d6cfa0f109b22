package io.hourshare.kernel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until it is told to go on. */
public class SteppedClock extends Clock {

    private final AtomicReference<Instant> now;

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

    @Override
    public Instant instant() {
        return now.get();
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

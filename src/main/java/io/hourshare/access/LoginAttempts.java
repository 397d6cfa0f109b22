package io.hourshare.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Makes guessing slow: after five failures a name or an address waits a minute, then twice as long each time. */
final class LoginAttempts {

    private static final int FREE = 5;
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final int MOST_REMEMBERED = 10_000;

    private final Clock clock;
    private final Map<String, Failures> failures = new ConcurrentHashMap<>();

    LoginAttempts(Clock clock) {
        this.clock = clock;
    }

    boolean isLocked(String who) {
        Failures known = failures.get(who);
        return known != null && clock.instant().isBefore(known.until());
    }

    void failed(String who) {
        Instant now = clock.instant();
        if (failures.size() > MOST_REMEMBERED) {
            failures.values().removeIf(old -> old.until().plus(LONGEST).isBefore(now));
        }
        failures.merge(who, new Failures(1, now), (old, one) -> old.again(now));
    }

    void succeeded(String who) {
        failures.remove(who);
    }

    private record Failures(int count, Instant until) {

        Failures again(Instant now) {
            int further = count + 1 - FREE;
            if (further < 0) {
                return new Failures(count + 1, now);
            }
            Duration wait = FIRST.multipliedBy(1L << Math.min(further, 10));
            return new Failures(count + 1, now.plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait));
        }
    }
}

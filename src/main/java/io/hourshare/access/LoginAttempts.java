package io.hourshare.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes guessing slow: after some failures a name or an address waits a minute, then twice as long each time. Who has
 * been quiet for long begins anew: an office's one address gathers slips of everybody, day after day.
 */
final class LoginAttempts {

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

    /** @param free how many failures cost nothing */
    void failed(String who, int free) {
        Instant now = clock.instant();
        if (failures.size() > MOST_REMEMBERED) {
            failures.values().removeIf(old -> old.isForgotten(now));
        }
        failures.merge(who, new Failures(1, now), (old, one) -> old.isForgotten(now) ? one : old.again(now, free));
    }

    void succeeded(String who) {
        failures.remove(who);
    }

    private record Failures(int count, Instant until) {

        boolean isForgotten(Instant now) {
            return until.plus(LONGEST).isBefore(now);
        }

        Failures again(Instant now, int free) {
            int further = count + 1 - free;
            if (further < 0) {
                return new Failures(count + 1, now);
            }
            Duration wait = FIRST.multipliedBy(1L << Math.min(further, 10));
            return new Failures(count + 1, now.plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait));
        }
    }
}

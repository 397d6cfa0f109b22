package io.hourshare.operate.hour;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.core.env.Environment;

/** The clock: the machine's, or one that starts at {@code hourshare.clock.start}, to play a past hour again. */
public final class HourClock {

    private HourClock() {}

    public static Clock of(Environment environment) {
        Clock machine = Clock.systemUTC();
        String start = environment.getProperty("hourshare.clock.start", "");
        return start.isBlank()
                ? machine
                : Clock.offset(machine, Duration.between(machine.instant(), Instant.parse(start)));
    }
}

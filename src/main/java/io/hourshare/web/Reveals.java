package io.hourshare.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Remembers in the session for which purpose somebody looks at one enterprise's masked values, for a while. */
@Component
class Reveals {

    private static final String KEY = "reveal ";
    private static final Duration VALID = Duration.ofMinutes(15);
    private static final int LONGEST = 200;

    private final Clock clock;

    Reveals(Clock clock) {
        this.clock = clock;
    }

    private record Grant(String purpose, Instant until) implements Serializable {}

    void grant(HttpServletRequest request, String enterprise, String purpose) {
        String said = purpose.strip();
        if (!said.isEmpty() && said.length() <= LONGEST) {
            request.getSession()
                    .setAttribute(
                            KEY + enterprise, new Grant(said, clock.instant().plus(VALID)));
        }
    }

    /** The purpose that was given for this enterprise; empty where none was, or too long ago. */
    String purpose(HttpServletRequest request, String enterprise) {
        HttpSession session = request.getSession(false);
        return session != null
                        && session.getAttribute(KEY + enterprise) instanceof Grant grant
                        && clock.instant().isBefore(grant.until())
                ? grant.purpose()
                : "";
    }
}

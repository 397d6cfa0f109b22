package io.hourshare.sandbox;

import io.hourshare.sandbox.world.Dice;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Interfaces that are too busy now and then: a page is refused once, and answered when asked again. */
final class Hiccups {

    private final long seed;
    private final double share;
    private final Clock clock;
    private final Set<Long> past = ConcurrentHashMap.newKeySet();

    Hiccups(long seed, double share, Clock clock) {
        this.seed = seed;
        this.share = share;
        this.clock = clock;
    }

    /** Whether this page of this hour is refused now. */
    boolean befalls(String feed, int page) {
        long hour = clock.millis() / 3_600_000;
        Dice dice = Dice.of(seed, "hiccup-" + feed, page, hour);
        if (!dice.chance(share)) {
            return false;
        }
        if (past.size() > 1000) {
            past.clear();
        }
        return past.add(dice.next());
    }
}

package io.hourshare.sandbox.world;

import java.time.Instant;

/**
 * Something that happens to each subject again and again, every so many hours, at a second of its own. Counting from
 * the epoch needs no history: any instant can be asked about, in any order.
 */
public record Rhythm(String name, long hours) {

    /** How often it has happened before an instant, and when last. */
    public record Beat(long count, Instant last) {}

    /** The last beat before {@code asOf}. */
    public Beat before(Instant asOf, long seed, long subject) {
        long period = hours * 3600;
        long phase = Long.remainderUnsigned(Dice.of(seed, name, subject).next(), period);
        long count = Math.floorDiv(asOf.getEpochSecond() - 1 - phase, period);
        return new Beat(count, Instant.ofEpochSecond(phase + count * period));
    }
}

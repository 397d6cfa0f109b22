package io.hourshare.sandbox.world;

import io.hourshare.sandbox.world.Rhythm.Beat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The town's enterprises as a function of seed and hour. Nothing is kept: each enterprise is derived from its slot when
 * asked for, so a town of a million costs no memory.
 *
 * @param enterprises slots of the register
 * @param park the first so many slots sit in the park
 */
public record World(long seed, int enterprises, int park) {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final Rhythm LIFE = new Rhythm("life", 120);
    private static final int SHORT_LIVED = 16;

    /** Enterprises of other places that build, hold land or let houses here; their slots are negative. */
    public int outsiders() {
        return Math.max(12, enterprises / 60);
    }

    /** How many slots there are, those of outsiders last. */
    public long positions() {
        return enterprises + outsiders();
    }

    public long slotAt(long position) {
        return position < enterprises ? position : enterprises - position - 1;
    }

    /** The slot's tenant at the hour. */
    public Enterprise at(long slot, Instant asOf) {
        if (!isShortLived(slot)) {
            return derive(slot, 0, Instant.EPOCH, asOf);
        }
        Beat life = LIFE.before(asOf, seed, slot);
        return derive(slot, life.count(), life.last(), asOf);
    }

    /** Slot of the enterprise that bears an organisation code now, if one does. */
    public OptionalLong slotOf(String organisation, Instant asOf) {
        if (!organisation.matches("MA[0-9A-HJ-NPQRTUWXY]{6}.|[0-9]{8}.")) {
            return OptionalLong.empty();
        }
        long slot = Math.floorDiv(Codes.numberOf(seed, organisation), (long) Traits.GENERATIONS);
        boolean here = slot < enterprises
                && slot >= -outsiders()
                && at(slot, asOf).codes().organisation().equals(organisation);
        return here ? OptionalLong.of(slot) : OptionalLong.empty();
    }

    /** The tenant before the present one; only slots of short-lived enterprises have one. */
    public Stream<Enterprise> predecessor(long slot, Instant asOf) {
        if (!isShortLived(slot)) {
            return Stream.empty();
        }
        Beat life = LIFE.before(asOf, seed, slot);
        return Stream.of(derive(slot, life.count() - 1, life.last().minusSeconds(LIFE.hours() * 3600), life.last()));
    }

    /** Changes that the register has on file for an enterprise. */
    public List<Change> changes(Enterprise it, Instant asOf) {
        return it.isShortLived() || !it.isRegistered()
                ? List.of()
                : new History(this, Traits.of(this, it.slot(), 0, Instant.EPOCH), asOf).changes();
    }

    /** A head that a branch may have: the nearest lasting company that never changes its name. */
    public Enterprise head(long slot, Instant asOf) {
        long candidate = slot;
        while (isShortLived(candidate)
                || Traits.kind(this, candidate, 0) != Kind.COMPANY
                || History.RENAMED.befalls(seed, candidate)) {
            candidate = Math.floorMod(candidate + 1, (long) enterprises);
        }
        return at(candidate, asOf);
    }

    private static boolean isShortLived(long slot) {
        return slot >= 0 && slot % SHORT_LIVED == 3;
    }

    private Enterprise derive(long slot, long generation, Instant bornAt, Instant asOf) {
        Traits traits = Traits.of(this, slot, generation, bornAt);
        return new History(this, traits, asOf).enterprise();
    }

    static LocalDate day(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }
}

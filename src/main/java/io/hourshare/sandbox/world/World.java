package io.hourshare.sandbox.world;

import io.hourshare.sandbox.world.Enterprise.FormerName;
import io.hourshare.sandbox.world.Rhythm.Beat;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
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
    private static final Rhythm RENAMED = new Rhythm("renamed", 1100);
    private static final Rhythm MOVED = new Rhythm("moved", 900);
    private static final Rhythm RAISED = new Rhythm("raised", 1500);
    private static final Rhythm RESTED = new Rhythm("rested", 700);
    private static final Rhythm TOUCHED = new Rhythm("touched", 720);
    private static final int SHORT_LIVED = 16;
    private static final int TOUCHED_TOGETHER = 50;
    private static final long CLOSES_AFTER = 96 * 3600L;
    private static final long DELETED_AFTER = 110 * 3600L;

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

    /** The tenant before the present one; only slots of short-lived enterprises have one. */
    public Stream<Enterprise> predecessor(long slot, Instant asOf) {
        if (!isShortLived(slot)) {
            return Stream.empty();
        }
        Beat life = LIFE.before(asOf, seed, slot);
        return Stream.of(derive(slot, life.count() - 1, life.last().minusSeconds(LIFE.hours() * 3600), life.last()));
    }

    /** A head that a branch may have: the nearest lasting company. */
    public Enterprise head(long slot, Instant asOf) {
        long candidate = slot;
        while (isShortLived(candidate) || Traits.kind(this, candidate, 0) != Kind.COMPANY) {
            candidate = Math.floorMod(candidate + 1, (long) enterprises);
        }
        return at(candidate, asOf);
    }

    private static boolean isShortLived(long slot) {
        return slot >= 0 && slot % SHORT_LIVED == 3;
    }

    private Enterprise derive(long slot, long generation, Instant bornAt, Instant asOf) {
        Traits traits = Traits.of(this, slot, generation, bornAt);
        History history = new History(this, traits, asOf);
        return history.enterprise();
    }

    /** What the rhythms have done to one enterprise until an hour. */
    private record History(World world, Traits traits, Instant asOf) {

        Enterprise enterprise() {
            Standing standing = standing();
            List<FormerName> formerNames = formerNames();
            return new Enterprise(
                    traits.slot(),
                    traits.generation(),
                    traits.number(),
                    traits.kind(),
                    traits.codes(),
                    traits.region(),
                    traits.industry(),
                    traits.name(world, version(RENAMED, 0.25), asOf),
                    formerNames,
                    traits.address(world, version(MOVED, 0.3)),
                    formerAddresses(),
                    standing.status(),
                    traits.founded(),
                    traits.bornAt(),
                    capital(),
                    traits.people(),
                    traits.scale(),
                    traits.representative(),
                    changedAt(standing),
                    standing.since(),
                    standing.deleted(),
                    traits.inPark(),
                    traits.headSlot());
        }

        private record Standing(Status status, Instant since, boolean deleted) {}

        private Standing standing() {
            if (traits.generation() != 0) {
                return standingOfShortLife();
            }
            if (happens(RESTED, 0.04)) {
                Beat beat = beat(RESTED);
                return new Standing(beat.count() % 2 == 0 ? Status.ACTIVE : Status.SUSPENDED, beat.last(), false);
            }
            return new Standing(traits.lastingStatus(), Instant.EPOCH, false);
        }

        private Standing standingOfShortLife() {
            long age = asOf.getEpochSecond() - traits.bornAt().getEpochSecond();
            boolean over = age > CLOSES_AFTER;
            Instant closedAt = traits.bornAt().plusSeconds(CLOSES_AFTER);
            Instant deletedAt = traits.bornAt().plusSeconds(DELETED_AFTER);
            if (age > DELETED_AFTER) {
                return new Standing(Status.CANCELLED, deletedAt, true);
            }
            return new Standing(over ? Status.CANCELLED : Status.ACTIVE, over ? closedAt : traits.bornAt(), false);
        }

        private List<FormerName> formerNames() {
            if (!happens(RENAMED, 0.25)) {
                return List.of();
            }
            Beat beat = beat(RENAMED);
            return List.of(new FormerName(traits.name(world, beat.count() - 1, asOf), beat.last()));
        }

        private List<Address> formerAddresses() {
            return happens(MOVED, 0.3)
                    ? List.of(traits.address(world, beat(MOVED).count() - 1))
                    : List.of();
        }

        private BigDecimal capital() {
            return traits.capital().multiply(BigDecimal.valueOf(1 + Math.floorMod(version(RAISED, 0.2), 4L)));
        }

        private Instant changedAt(Standing standing) {
            Instant latest = later(standing.since(), traits.bornAt());
            if (traits.generation() != 0) {
                return latest;
            }
            latest = happens(RENAMED, 0.25) ? later(latest, beat(RENAMED).last()) : latest;
            latest = happens(MOVED, 0.3) ? later(latest, beat(MOVED).last()) : latest;
            latest = happens(RAISED, 0.2) ? later(latest, beat(RAISED).last()) : latest;
            // Somebody now and then reloads a stretch of the register, and unchanged rows get a new time.
            return later(
                    latest,
                    TOUCHED.before(asOf, world.seed, traits.slot() / TOUCHED_TOGETHER)
                            .last());
        }

        private long version(Rhythm rhythm, double share) {
            return happens(rhythm, share) ? beat(rhythm).count() : 0;
        }

        private boolean happens(Rhythm rhythm, double share) {
            return traits.generation() == 0
                    && traits.slot() >= 0
                    && traits.kind() != Kind.BRANCH
                    && Dice.of(world.seed, "happens-" + rhythm.name(), traits.slot())
                            .chance(share);
        }

        private Beat beat(Rhythm rhythm) {
            return rhythm.before(asOf, world.seed, traits.slot());
        }

        private static Instant later(Instant one, Instant other) {
            return one.isAfter(other) ? one : other;
        }
    }

    static LocalDate day(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }
}

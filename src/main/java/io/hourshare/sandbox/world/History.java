package io.hourshare.sandbox.world;

import io.hourshare.sandbox.world.Enterprise.FormerName;
import io.hourshare.sandbox.world.Rhythm.Beat;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/** What the rhythms have done to one enterprise until an hour. */
record History(World world, Traits traits, Instant asOf) {

    static final Habit RENAMED = new Habit(new Rhythm("renamed", 1100), 0.25);
    private static final Habit MOVED = new Habit(new Rhythm("moved", 900), 0.3);
    private static final Habit RAISED = new Habit(new Rhythm("raised", 1500), 0.2);
    private static final Habit RESTED = new Habit(new Rhythm("rested", 700), 0.04);
    private static final Rhythm TOUCHED = new Rhythm("touched", 720);
    private static final int TOUCHED_TOGETHER = 50;
    private static final long CLOSES_AFTER = 96 * 3600L;
    private static final long DELETED_AFTER = 110 * 3600L;

    /** A rhythm that a share of the enterprises follows; the others never do such a thing. */
    record Habit(Rhythm rhythm, double share) {

        boolean befalls(long seed, long slot) {
            return Dice.of(seed, "happens-" + rhythm.name(), slot).chance(share);
        }
    }

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
                traits.name(world, version(RENAMED), asOf),
                formerNames,
                traits.address(world, version(MOVED)),
                standing.status(),
                traits.founded(),
                traits.bornAt(),
                capital(version(RAISED)),
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
        if (happens(RESTED)) {
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
        if (!happens(RENAMED)) {
            return List.of();
        }
        Beat beat = beat(RENAMED);
        return List.of(new FormerName(traits.name(world, beat.count() - 1, asOf), beat.last()));
    }

    private BigDecimal capital(long version) {
        return traits.capital().multiply(BigDecimal.valueOf(1 + Math.floorMod(version, 4L)));
    }

    private Instant changedAt(Standing standing) {
        Instant latest = later(standing.since(), traits.bornAt());
        if (traits.generation() != 0) {
            return latest;
        }
        latest = happens(RENAMED) ? later(latest, beat(RENAMED).last()) : latest;
        latest = happens(MOVED) ? later(latest, beat(MOVED).last()) : latest;
        latest = happens(RAISED) ? later(latest, beat(RAISED).last()) : latest;
        // Somebody now and then reloads a stretch of the register, and unchanged rows get a new time.
        return later(
                latest,
                TOUCHED.before(asOf, world.seed(), traits.slot() / TOUCHED_TOGETHER)
                        .last());
    }

    List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        last(
                RENAMED,
                changes,
                Change.Item.NAME,
                version -> traits.name(world, version, asOf).text());
        last(
                MOVED,
                changes,
                Change.Item.ADDRESS,
                version -> traits.address(world, version).full());
        last(RAISED, changes, Change.Item.CAPITAL, version -> capital(version).toPlainString() + "万元");
        return changes;
    }

    private void last(Habit habit, List<Change> changes, Change.Item item, LongFunction<String> wording) {
        if (happens(habit)) {
            Beat beat = beat(habit);
            long version = beat.count();
            changes.add(new Change(item, version, beat.last(), wording.apply(version - 1), wording.apply(version)));
        }
    }

    private long version(Habit habit) {
        return happens(habit) ? beat(habit).count() : 0;
    }

    private boolean happens(Habit habit) {
        return traits.generation() == 0
                && traits.slot() >= 0
                && traits.kind() != Kind.BRANCH
                && habit.befalls(world.seed(), traits.slot());
    }

    private Beat beat(Habit habit) {
        return habit.rhythm().before(asOf, world.seed(), traits.slot());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}

package io.hourshare.sandbox.world;

import io.hourshare.sandbox.world.Rhythm.Beat;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Something an authority decided about an enterprise: a licence, a penalty, an entry in a list.
 *
 * @param ordinal tells the affairs of one enterprise and kind apart
 * @param at when it was decided
 */
public record Affair(long ordinal, Instant at) {

    /**
     * How often affairs of a kind happen.
     *
     * @param past share of the enterprises that had one in earlier years
     * @param living share of the enterprises that have one again at every beat of the rhythm
     */
    public record Kind(String name, double past, double living, Rhythm rhythm) {}

    /** Affairs of one kind decided before an hour: those of old, and the newest two of those who always have some. */
    public static List<Affair> of(World world, Kind kind, Enterprise it, Instant asOf) {
        List<Affair> affairs = new ArrayList<>();
        Dice dice = Dice.of(world.seed(), kind.name, it.number());
        if (!it.isRegistered() || it.isShortLived()) {
            return affairs;
        }
        if (dice.chance(kind.past)) {
            Instant founded = it.founded()
                    .atTime(dice.between(8, 17), dice.below(60))
                    .atZone(World.ZONE)
                    .toInstant();
            affairs.add(new Affair(0, founded.plus(Duration.ofDays(dice.between(150, 900)))));
        }
        if (dice.chance(kind.living)) {
            Beat beat = kind.rhythm.before(asOf, world.seed(), it.slot());
            affairs.add(new Affair(beat.count() - 1, beat.last().minus(Duration.ofHours(kind.rhythm.hours()))));
            affairs.add(new Affair(beat.count(), beat.last()));
        }
        affairs.removeIf(affair -> !affair.at.isBefore(asOf));
        return affairs;
    }
}

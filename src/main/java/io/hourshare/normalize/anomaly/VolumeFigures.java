package io.hourshare.normalize.anomaly;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much a delivery brought, beside what the feed's deliveries brought before.
 *
 * @param delivered whether the source gave anything at all, be it an empty list
 * @param received records
 * @param earlier records of the deliveries before, newest first; initial loads left out
 * @param sameHour records of the deliveries before at this hour of days of the same kind, newest first
 * @param holiday whether this is a day of a kind that comes too seldom to know what it brings
 * @param known keys known before
 * @param unchanged accepted records that said again what is known
 * @param repeats label of an earlier window with the same bytes, where there is one
 * @param overlapping whether that window's questions and this one's overlap, so that the same answer is right
 */
public record VolumeFigures(
        boolean delivered,
        long received,
        List<Long> earlier,
        List<Long> sameHour,
        boolean holiday,
        long known,
        long unchanged,
        @Nullable String repeats,
        boolean overlapping) {

    public VolumeFigures {
        earlier = List.copyOf(earlier);
        sameHour = List.copyOf(sameHour);
    }
}

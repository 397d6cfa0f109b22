package io.hourshare.serve.profile;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A dated record that belongs to an enterprise: a certificate, a rating, a completed building.
 *
 * @param key tells the record from the others of its enterprise, without saying the department's key
 * @param derivedFrom the records that a measure rests on; none where the department sent the record itself
 * @param withheld columns that have a value which this caller may not see
 */
public record SatelliteRecord(
        String key,
        Map<String, Object> values,
        Set<String> withheld,
        @Nullable String feed,
        @Nullable Instant sourceTime,
        Map<String, Object> position,
        List<Input> derivedFrom) {

    public SatelliteRecord {
        derivedFrom = List.copyOf(derivedFrom);
    }

    /** The same record, of which a caller sees these values alone. */
    SatelliteRecord seen(Map<String, Object> seen, Set<String> withholding) {
        return new SatelliteRecord(key, seen, withholding, feed, sourceTime, position, derivedFrom);
    }

    /**
     * A record that a measure rests on.
     *
     * @param feed with time and position absent where it is another enterprise's record, as of a shared holding
     */
    public record Input(
            String key, @Nullable String feed, @Nullable Instant sourceTime, Map<String, Object> position) {}
}

package io.hourshare.serve.profile;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A dated record that belongs to an enterprise: a certificate, a rating, a completed building.
 *
 * @param withheld columns that have a value which this caller may not see
 */
public record SatelliteRecord(
        Map<String, Object> values,
        Set<String> withheld,
        @Nullable String feed,
        @Nullable Instant sourceTime,
        Map<String, Object> position) {}

package io.hourshare.serve;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A dated record that belongs to an enterprise: a certificate, a rating, a completed building. */
public record SatelliteRecord(
        Map<String, Object> values,
        @Nullable String feed,
        @Nullable Instant sourceTime,
        Map<String, Object> position) {}

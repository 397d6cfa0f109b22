package io.hourshare.serve.profile;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** Departments differ on an attribute: the value that is shown, and the others. */
public record ProfileConflict(String attribute, String title, Claimed winner, List<Claimed> losers) {

    public ProfileConflict {
        losers = List.copyOf(losers);
    }

    /** What one feed says. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Claimed(
            @Nullable Object value,
            @Nullable String feed,
            @Nullable Instant sourceTime,
            Map<String, Object> position) {}
}

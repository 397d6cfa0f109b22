package io.hourshare.operate.decision;

import java.time.Instant;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A feed that its schedule leaves alone; its windows stay due and are caught up with afterwards.
 *
 * @param windows number of windows that end before it does, from now on
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record Pause(
        String feed, String title, Instant since, Instant until, long windows, String actor, String reason) {}

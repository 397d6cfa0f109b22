package io.hourshare.operate.snapshot;

import java.util.List;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * What a rollback, or its release, would change; nothing is done.
 *
 * @param serves the snapshot that would be served
 * @param withdraws sequences of newer snapshots that would be taken back
 * @param waiting adopted results that would be published with the next snapshot
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record PublicationPlan(SnapshotLine serves, List<Long> withdraws, long waiting) {

    public PublicationPlan {
        withdraws = List.copyOf(withdraws);
    }
}

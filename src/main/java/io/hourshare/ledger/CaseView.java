package io.hourshare.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A case as it is shown: with titles, clocks and what its reader may do next.
 *
 * @param open whether something is left to be done
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record CaseView(
        String id,
        String ledger,
        String ledgerTitle,
        String state,
        String stateTitle,
        boolean open,
        Instant openedAt,
        String openedBy,
        Map<String, String> details,
        List<ClockReading> clocks,
        List<Choice> actions,
        List<Step> events) {

    /** What may be done next. */
    public record Choice(String name, String title, List<String> reasons, List<LedgerKind.Field> fields) {}

    /** What was done. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Step(
            Instant at,
            String title,
            String state,
            String stateTitle,
            String actor,
            String reason,
            Map<String, String> details) {}
}

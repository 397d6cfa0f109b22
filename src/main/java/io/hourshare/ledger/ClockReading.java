package io.hourshare.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * What a case's clock shows now.
 *
 * @param used working days or minutes counted so far
 * @param dueAt first instant that is too late; null while paused or stopped
 * @param provisional whether the limit reaches into a year whose holidays are not known yet
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record ClockReading(
        String name,
        String title,
        LedgerKind.Unit unit,
        int limit,
        int used,
        Standing standing,
        @Nullable Instant dueAt,
        boolean provisional) {

    /** How a clock stands. */
    public enum Standing {
        RUNNING("计时中"),
        OVERDUE("已逾期"),
        PAUSED("暂停计时"),
        IN_TIME("按时"),
        LATE("超时");

        private final String title;

        Standing(String title) {
            this.title = title;
        }

        /** What it is called on the screen. */
        public String title() {
            return title;
        }
    }
}

package io.hourshare.operate.decision;

import io.hourshare.store.DriftChange;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A delivery that waits for a person.
 *
 * @param code why, a stable word such as {@code SCHEMA_DRIFT}
 * @param files landed files that it consists of
 * @param rows records of them, where the batch could be counted before
 * @param changes old and new side by side, where columns differ
 * @param against why it cannot be accepted as it is; null where it can
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record Hold(
        String feed,
        String title,
        String window,
        String code,
        String detail,
        Instant since,
        List<String> files,
        @Nullable Long rows,
        List<DriftChange> changes,
        @Nullable String against) {

    public Hold {
        files = List.copyOf(files);
        changes = List.copyOf(changes);
    }
}

package io.hourshare.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A change as it is told.
 *
 * @param hour when it was known: the published hour
 * @param validFrom when it became true: the time in the source, where it is known
 * @param withheld whether values are kept from this caller
 * @param withheldBecause why they are: {@code no-access}, {@code no-longer-public} (a record that was repaired, revoked
 *     or has expired), {@code no-longer-served} (an enterprise that is gone), {@code source-ended} or {@code withdrawn}
 *     (said by a publication that was taken back; the value that holds again is told all the same); null where they are
 *     not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record ToldChange(
        String cursor,
        long sequence,
        String hour,
        Instant publishedAt,
        String enterpriseId,
        String kind,
        String path,
        @Nullable String title,
        @Nullable JsonNode before,
        @Nullable JsonNode after,
        @Nullable String feed,
        @Nullable String validFrom,
        boolean withheld,
        @Nullable String withheldBecause) {}

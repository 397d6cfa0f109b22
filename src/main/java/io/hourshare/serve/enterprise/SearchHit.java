package io.hourshare.serve.enterprise;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hourshare.serve.search.MatchReason;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise in a found list.
 *
 * @param reason why it was found
 * @param matched the name, code or address that matched, folded as it was compared
 */
public record SearchHit(
        @JsonProperty("enterprise_id") String enterpriseId,
        @Nullable String uscc,
        @Nullable String name,
        @Nullable String status,
        @Nullable String address,
        @JsonProperty("in_park") boolean inPark,
        @JsonProperty("match") MatchReason reason,
        @JsonProperty("match_title") String reasonTitle,
        String matched) {}

package io.hourshare.operate.balance;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * One feed's line of a window's balance sheet: received = accepted + quarantined + duplicates + dropped.
 *
 * @param state {@code DONE}, {@code DUE}, {@code LANDED}, {@code HELD}, {@code FAILED} or {@code WAIVED}
 * @param created of the accepted ones, those of new keys; {@code accepted} = new + changed + unchanged + superseded
 * @param unframeable of the quarantined ones, those that could not be taken apart
 * @param balanced whether the sum holds and meets what the source declared; null while nothing is adopted
 * @param detail why it is held, failed or waived; empty otherwise
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record BalanceLine(
        String feed,
        String title,
        String state,
        @Nullable Long declared,
        long received,
        long accepted,
        @JsonProperty("new") long created,
        long changed,
        long unchanged,
        long superseded,
        long quarantined,
        long unframeable,
        long duplicates,
        long dropped,
        long warnings,
        boolean initial,
        long elapsedMillis,
        @Nullable Boolean balanced,
        String detail) {}

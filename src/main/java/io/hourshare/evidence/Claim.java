package io.hourshare.evidence;

import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one record says of one attribute of an enterprise.
 *
 * @param object landed file below the data root; null where a decision and no file says so
 * @param place by which the record is found again in the file: its row, or its byte offset
 * @param offset of the record's first byte; null in sheets
 * @param cell for example {@code C12}, in sheets
 * @param rule conversion with its options that gives the value from the source's bytes
 * @param priority 1 for the feed that is believed first
 * @param doubt why it gives way to others, in words; null where it does not
 * @param model version of the rules that made and chose the value
 * @param mapping version of the feed's mapping that made it; null where it is not told
 */
public record Claim(
        String enterpriseId,
        String attribute,
        String value,
        FeedId feed,
        String recordKey,
        @Nullable Instant observedAt,
        @Nullable HourWindow window,
        @Nullable String object,
        @Nullable Long place,
        @Nullable Long offset,
        @Nullable Long length,
        @Nullable String sheet,
        @Nullable String cell,
        String sourceField,
        String rule,
        int priority,
        boolean winner,
        @Nullable String doubt,
        String model,
        @Nullable String mapping) {

    /** The same as said by this version of the mapping. */
    Claim by(@Nullable String version) {
        return new Claim(
                enterpriseId,
                attribute,
                value,
                feed,
                recordKey,
                observedAt,
                window,
                object,
                place,
                offset,
                length,
                sheet,
                cell,
                sourceField,
                rule,
                priority,
                winner,
                doubt,
                model,
                version);
    }
}

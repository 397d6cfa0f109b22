package io.hourshare.quarantine;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with records of one feed, and how many they are.
 *
 * @param field source field, or empty where the record as a whole is meant
 * @param explanation in Chinese, with what to do about it
 * @param records different records; one that comes again every hour counts once
 * @param mended of these, those that a later hour took in
 * @param newestWindow hour that held the last of them back
 */
public record Cause(
        String feed,
        @JsonProperty("feed_title") String feedTitle,
        String reason,
        String explanation,
        String field,
        @JsonProperty("field_title") String fieldTitle,
        long records,
        long mended,
        @JsonProperty("newest_window") String newestWindow,
        List<Held> samples) {

    public Cause {
        samples = List.copyOf(samples);
    }

    /** The same cause with these samples. */
    public Cause with(List<Held> others) {
        return new Cause(
                feed, feedTitle, reason, explanation, field, fieldTitle, records, mended, newestWindow, others);
    }

    /** Records that are still to be mended. */
    @JsonProperty
    public long waiting() {
        return records - mended;
    }

    /**
     * One record that was held back.
     *
     * @param place where it stands in what came, as people say it
     * @param excerpt its fields, with personal and restricted ones masked
     * @param mendedIn hour that took the record in later; null while none did
     */
    public record Held(
            String window,
            String object,
            String place,
            @Nullable String key,
            String excerpt,
            long ordinal,
            @JsonProperty("mended_in") @Nullable String mendedIn) {}
}

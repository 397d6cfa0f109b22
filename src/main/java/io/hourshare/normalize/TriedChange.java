package io.hourshare.normalize;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a delivery would change, had it come: received = added + changed + unchanged + removed + superseded +
 * duplicates + quarantined + dropped.
 *
 * @param unreadable why it cannot be read as a whole, in Chinese; then nothing else is told
 * @param vanished keys of a whole list that it leaves out
 * @param superseded records that another of the same key outdates, in the file or among what is known
 * @param duplicates records that repeat another of the file in every value
 * @param reasons number of records that would be held back, by explanation
 * @param examples a few keys of each kind, with personal numbers starred: {@code added}, {@code changed},
 *     {@code removed}, {@code vanished}, {@code superseded}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TriedChange(
        @Nullable String unreadable,
        long received,
        long added,
        long changed,
        long unchanged,
        long removed,
        long vanished,
        long superseded,
        long duplicates,
        long quarantined,
        long dropped,
        Map<String, Long> reasons,
        Map<String, List<String>> examples) {

    public TriedChange {
        reasons = Map.copyOf(reasons);
        examples = Map.copyOf(examples);
    }

    static TriedChange unreadable(String why) {
        return new TriedChange(why, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Map.of(), Map.of());
    }
}

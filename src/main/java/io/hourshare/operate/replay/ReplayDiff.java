package io.hourshare.operate.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.hourshare.operate.run.RunPlan;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * What a mended mapping makes of a feed's quarantined records: old against new, record by record.
 *
 * @param windows with at least one record that would now be taken in
 * @param plan what going through with it touches: in these windows the returned records, and nothing else
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record ReplayDiff(String feed, List<String> windows, RunPlan plan, List<Row> rows) {

    public ReplayDiff {
        windows = List.copyOf(windows);
        rows = List.copyOf(rows);
    }

    /**
     * One record.
     *
     * @param place byte offset in the landed file, or row of the sheet
     * @param field source field that the old mapping stumbled over; empty for the record as a whole
     * @param reason why the old mapping sent it back
     * @param before what the record held, masked
     * @param formerly what the old mapping reads in that field, masked; null where its catalogue is not kept
     * @param accepted whether the new mapping takes it in
     * @param after what the new mapping reads in that field, masked; empty where it reads nothing
     * @param reasonAfter why the new mapping sends it back as well; empty where it takes it in
     * @param changes every canonical field that the two mappings read differently
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Row(
            String window,
            String object,
            long place,
            String key,
            String field,
            String reason,
            String before,
            @Nullable String formerly,
            boolean accepted,
            String after,
            String reasonAfter,
            List<Change> changes) {

        public Row {
            changes = List.copyOf(changes);
        }
    }

    /** A canonical field as the old mapping reads it and as the new one does, masked; empty where one reads nothing. */
    public record Change(String field, String before, String after) {}

    /** Records that the new mapping takes in. */
    @JsonProperty
    public long mended() {
        return rows.stream().filter(Row::accepted).count();
    }

    /** Records that stay where they are. */
    @JsonProperty
    public long left() {
        return rows.size() - mended();
    }
}

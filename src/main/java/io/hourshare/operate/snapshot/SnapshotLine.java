package io.hourshare.operate.snapshot;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Map;

/**
 * A snapshot whose files are kept.
 *
 * @param served whether everybody is answered from it
 * @param withdrawn whether it was taken back
 * @param counts rows by table
 */
public record SnapshotLine(
        long sequence,
        String hour,
        @JsonProperty("published_at") Instant publishedAt,
        String content,
        boolean served,
        boolean withdrawn,
        Map<String, Long> counts) {

    public SnapshotLine {
        counts = Map.copyOf(counts);
    }

    /** Enterprises in it. */
    public long enterprises() {
        return counts.getOrDefault("enterprise", 0L);
    }
}

package io.hourshare.operate.snapshot;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a snapshot has otherwise than an earlier one.
 *
 * @param tables tables whose number of rows differs
 * @param batches feeds whose newest batch differs: where to look for the cause
 * @param changed enterprises that are in both with another profile
 * @param examples some of the enterprises, those that came or went first
 */
public record SnapshotDiff(
        long from,
        long to,
        List<Change> tables,
        List<Change> batches,
        long added,
        long removed,
        long changed,
        List<Example> examples) {

    public SnapshotDiff {
        tables = List.copyOf(tables);
        batches = List.copyOf(batches);
        examples = List.copyOf(examples);
    }

    /** Both sides of one thing; a side that is not there is {@code null}. */
    public record Change(
            String name, @Nullable String before, @Nullable String after) {}

    /** One enterprise: {@code ADDED}, {@code REMOVED} or {@code CHANGED}. */
    public record Example(String enterprise, String name, String how) {

        /** What happened to it, for people. */
        public String howLabel() {
            return switch (how) {
                case "ADDED" -> "新增";
                case "REMOVED" -> "减少";
                default -> "有变化";
            };
        }
    }
}

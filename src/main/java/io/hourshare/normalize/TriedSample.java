package io.hourshare.normalize;

import java.util.List;
import java.util.Map;

/**
 * What would become of a sample.
 *
 * @param dropped records of natural persons and the like that the job drops whole
 * @param reasons number of quarantined records by reason code and explanation
 * @param warnings number of values that were emptied or doubted in accepted records, by reason code and explanation
 * @param records the first records, value by value
 */
public record TriedSample(
        long accepted,
        long quarantined,
        long dropped,
        Map<String, Long> reasons,
        Map<String, Long> warnings,
        List<TriedRecord> records) {

    public TriedSample {
        reasons = Map.copyOf(reasons);
        warnings = Map.copyOf(warnings);
        records = List.copyOf(records);
    }

    /**
     * One record.
     *
     * @param number place in the sample, from 1
     * @param verdict {@code accept}, {@code quarantine} or {@code drop}
     * @param fault why it would be quarantined, in Chinese; empty otherwise
     */
    public record TriedRecord(long number, String verdict, String fault, List<TriedValue> values) {

        public TriedRecord {
            values = List.copyOf(values);
        }
    }

    /** A source value beside the canonical one; empty where there is none. */
    public record TriedValue(String from, String source, String canonical, String value) {}
}

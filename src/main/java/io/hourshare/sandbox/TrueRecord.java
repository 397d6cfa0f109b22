package io.hourshare.sandbox;

import io.hourshare.sandbox.source.SourceRecord;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is true of one record that a source sends; for tests and judges, never for the product.
 *
 * @param owners organisation codes of the enterprises it belongs to, in the order of the columns; a natural person's
 *     is empty
 * @param sent values by source column; further holders carry {@code #2}, {@code #3} behind the column
 * @param meant the same without dirt
 * @param smudges names of the dirt on it
 * @param spoilt whether it can only be quarantined
 */
public record TrueRecord(
        String feed,
        List<String> owners,
        Map<String, String> sent,
        Map<String, String> meant,
        Set<String> smudges,
        boolean spoilt) {

    static TrueRecord of(String feed, SourceRecord record) {
        return new TrueRecord(
                feed,
                List.of(record.owner().split(",", -1)),
                Map.copyOf(record.sent()),
                record.meant(),
                Set.copyOf(record.smudges()),
                record.spoilt());
    }
}

package io.hourshare.normalize.anomaly;

import java.util.List;

/**
 * What the columns of a batch look like beside those known before.
 *
 * @param rows records of the batch that were taken apart
 * @param known records known before
 * @param unknown names in the data that the contract does not have
 * @param unknownBefore the same, in the batch before; empty where there was none
 * @param absent contract fields that a table's header lacks
 */
public record BatchFigures(
        long rows,
        long known,
        List<ColumnFigures> columns,
        List<FieldFault> faults,
        List<String> unknown,
        List<String> unknownBefore,
        List<String> absent,
        List<String> absentBefore) {

    public BatchFigures {
        columns = List.copyOf(columns);
        faults = List.copyOf(faults);
        unknown = List.copyOf(unknown);
        unknownBefore = List.copyOf(unknownBefore);
        absent = List.copyOf(absent);
        absentBefore = List.copyOf(absentBefore);
    }
}

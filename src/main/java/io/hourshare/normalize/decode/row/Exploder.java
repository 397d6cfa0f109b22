package io.hourshare.normalize.decode.row;

import io.hourshare.normalize.decode.layout.FieldNames;
import io.hourshare.normalize.decode.text.DamagedRecordException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes one row of each member of a nested list: every co-owner of a building is a record. */
public interface Exploder {

    /** Source field that gives the member's place from 1. */
    String INDEX = "_index";

    /** Rows of one record, at least one, by output column. */
    List<Map<Integer, byte[]>> rows(byte[] record) throws DamagedRecordException;

    /** The record's own fields beside each member's, which go before them. */
    static List<Map<Integer, byte[]>> combined(
            Map<Integer, byte[]> own, List<Map<Integer, byte[]>> members, FieldNames names) {
        int index = names.column(INDEX);
        List<Map<Integer, byte[]>> rows = new ArrayList<>();
        for (Map<Integer, byte[]> member : members.isEmpty() ? List.of(Map.<Integer, byte[]>of()) : members) {
            Map<Integer, byte[]> row = new HashMap<>(own);
            row.putAll(member);
            if (index != FieldNames.NONE) {
                row.put(index, Integer.toString(rows.size() + 1).getBytes(StandardCharsets.US_ASCII));
            }
            rows.add(row);
        }
        return rows;
    }
}

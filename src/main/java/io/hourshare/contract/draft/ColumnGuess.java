package io.hourshare.contract.draft;

import io.hourshare.contract.Conversion;
import io.hourshare.contract.LogicalType;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a column seems to hold.
 *
 * @param canonical wished canonical name where the meaning is known, otherwise null
 * @param conversion null for what is not mapped: personal data that is dropped, numbers of rows
 * @param why what speaks for it, in Chinese
 */
record ColumnGuess(
        String column,
        @Nullable String canonical,
        LogicalType type,
        @Nullable Conversion conversion,
        Map<String, String> options,
        @Nullable String unit,
        boolean personal,
        String why) {

    static ColumnGuess personal(String column, String why) {
        return new ColumnGuess(column, null, LogicalType.STRING, null, Map.of(), null, true, why + "，个人信息，丢弃");
    }

    /** A column that means nothing beyond its file. */
    static ColumnGuess unmapped(String column, String why) {
        return new ColumnGuess(column, null, LogicalType.STRING, null, Map.of(), null, false, why);
    }

    static ColumnGuess of(String column, @Nullable String canonical, Conversion conversion, String why) {
        return new ColumnGuess(column, canonical, conversion.result(), conversion, Map.of(), null, false, why);
    }

    static ColumnGuess measured(String column, Conversion conversion, @Nullable String unit, String why) {
        return new ColumnGuess(column, null, conversion.result(), conversion, Map.of(), unit, false, why);
    }

    /** A column of two days in each cell, taken for the second; a month ends on its last day. */
    static ColumnGuess span(String column, String why) {
        Map<String, String> options = new TreeMap<>(Map.of("day", "last", "span", "end"));
        return new ColumnGuess(column, null, LogicalType.DATE, Conversion.DATE, options, null, false, why);
    }

    ColumnGuess with(String option, String value, String note) {
        return new ColumnGuess(
                column, canonical, type, conversion, Map.of(option, value), unit, personal, why + "；" + note);
    }

    boolean mapped() {
        return conversion != null;
    }
}

package io.hourshare.contract.draft;

import io.hourshare.contract.Conversion;
import io.hourshare.contract.LogicalType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a column seems to hold.
 *
 * @param canonical wished canonical name where the meaning is known, otherwise null
 * @param conversion null for personal data that is dropped
 * @param why what speaks for it, in Chinese
 */
record ColumnGuess(
        String column,
        @Nullable String canonical,
        LogicalType type,
        @Nullable Conversion conversion,
        Map<String, String> options,
        @Nullable String unit,
        String why) {

    static ColumnGuess personal(String column, String why) {
        return new ColumnGuess(column, null, LogicalType.STRING, null, Map.of(), null, why + "，个人信息，丢弃");
    }

    static ColumnGuess of(String column, @Nullable String canonical, Conversion conversion, String why) {
        return new ColumnGuess(column, canonical, conversion.result(), conversion, Map.of(), null, why);
    }

    static ColumnGuess measured(String column, Conversion conversion, @Nullable String unit, String why) {
        return new ColumnGuess(column, null, conversion.result(), conversion, Map.of(), unit, why);
    }

    boolean dropped() {
        return conversion == null;
    }
}

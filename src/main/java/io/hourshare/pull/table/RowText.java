package io.hourshare.pull.table;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a database row as one line of JSON whose values are the exact text of the columns, or null. */
final class RowText {

    private RowText() {}

    static void write(Map<String, @Nullable Object> row, Writer out) throws IOException {
        char separator = '{';
        for (Map.Entry<String, @Nullable Object> column : row.entrySet()) {
            out.write(separator);
            quote(column.getKey(), out);
            out.write(':');
            Object value = column.getValue();
            if (value == null) {
                out.write("null");
            } else {
                quote(text(value), out);
            }
            separator = ',';
        }
        out.write(row.isEmpty() ? "{}\n" : "}\n");
    }

    /** Local times stay local: the source's zone is the reader's knowledge. */
    static String text(Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        } else if (value instanceof Timestamp timestamp) {
            return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(timestamp.toLocalDateTime());
        } else if (value instanceof Date date) {
            return date.toLocalDate().toString();
        } else if (value instanceof Time time) {
            return DateTimeFormatter.ISO_LOCAL_TIME.format(time.toLocalTime());
        } else if (value instanceof OffsetDateTime moment) {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment);
        } else if (value instanceof byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        }
        return value.toString();
    }

    /** Lone surrogates and control characters are kept as escapes, so that nothing is replaced on the way. */
    private static void quote(String text, Writer out) throws IOException {
        out.write('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                out.write(text, i++, 2);
            } else if (c == '"' || c == '\\') {
                out.write('\\');
                out.write(c);
            } else if (c < 0x20 || c == 0x7f || Character.isSurrogate(c)) {
                out.write(String.format("\\u%04x", (int) c));
            } else {
                out.write(c);
            }
        }
        out.write('"');
    }
}

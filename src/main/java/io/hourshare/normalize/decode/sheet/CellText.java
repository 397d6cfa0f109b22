package io.hourshare.normalize.decode.sheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/**
 * The text that a cell stands for: dates as dates, codes without a scientific exponent unless digits are already lost.
 *
 * @param since1904 whether days count from 1904, as in workbooks from old Macintosh versions
 */
record CellText(boolean since1904) {

    private static final BigDecimal EXACT = BigDecimal.TEN.pow(15);
    private static final Pattern ZEROS = Pattern.compile("0{2,20}");
    private static final Pattern LITERALS = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^]]*]|_.");
    private static final Pattern DATE = Pattern.compile(".*(?:[yd]|m[-/.]|[-/.]m|h{1,2}:|年|月|日).*");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]*\\.?[0-9]+(?:[eE][+-]?[0-9]+)?");
    private static final int FROM_1904 = 1_462;

    /** @param dated whether the field is a date by contract, so that a bare serial number is one too */
    @Nullable
    String of(@Nullable Cell cell, boolean dated) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return null;
        }
        String raw = cell.getRawValue();
        boolean number = cell.getType() == CellType.NUMBER
                || cell.getType() == CellType.FORMULA
                        && raw != null
                        && NUMBER.matcher(raw).matches();
        if (!number || raw == null) {
            String text = cell.getType() == CellType.STRING ? cell.getText() : raw;
            return text == null || text.isEmpty() ? null : text;
        }
        return number(new BigDecimal(raw), format(cell), dated);
    }

    private String number(BigDecimal value, String format, boolean dated) {
        if (isDate(format)) {
            return date(value);
        }
        if (dated && since1904 && value.compareTo(BigDecimal.valueOf(20_000)) > 0 && value.scale() <= 0) {
            return value.add(BigDecimal.valueOf(FROM_1904)).toPlainString();
        }
        BigDecimal plain = value.stripTrailingZeros();
        if (plain.abs().compareTo(EXACT) >= 0) {
            return String.format(Locale.ROOT, "%.5E", plain); // a spreadsheet keeps fifteen digits
        }
        String text = plain.scale() < 0 ? plain.toPlainString() : plain.toString();
        text = text.indexOf('E') < 0 ? text : plain.toPlainString();
        return ZEROS.matcher(format).matches() && plain.scale() <= 0 && plain.signum() >= 0
                ? "0".repeat(Math.max(0, format.length() - text.length())) + text
                : text;
    }

    private String date(BigDecimal serial) {
        long days = serial.longValue() + (since1904 ? FROM_1904 : 0);
        long seconds = Math.round(serial.remainder(BigDecimal.ONE).doubleValue() * 86_400);
        LocalDateTime moment =
                LocalDate.of(1899, 12, 30).atStartOfDay().plusDays(days).plusSeconds(seconds);
        return seconds == 0 ? moment.toLocalDate().toString() : moment.toLocalDate() + " " + moment.toLocalTime();
    }

    private static String format(Cell cell) {
        String format = cell.getDataFormatString();
        return format == null ? "" : format;
    }

    private static boolean isDate(String format) {
        String plain = LITERALS.matcher(format.toLowerCase(Locale.ROOT)).replaceAll("");
        return !plain.contains("#")
                && !plain.contains("0.")
                && DATE.matcher(plain).matches();
    }
}

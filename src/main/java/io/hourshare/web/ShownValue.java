package io.hourshare.web;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A value as text on a page. */
public final class ShownValue {

    private static final Pattern TIMESTAMP = Pattern.compile("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d.*");

    private static final Pattern CODE = Pattern.compile("\\b[A-Z]+(_[A-Z]+)+\\b[ ：:]?|^[A-Z]{7,}[ ：:]");

    private static final Pattern MACHINE = Pattern.compile("（\\w+(Exception|Error)(：[^）]*)?）");

    private ShownValue() {}

    /** A reason in words alone: its code and what the machine said are for programs and the failure card. */
    public static String words(String reason) {
        return MACHINE.matcher(CODE.matcher(reason).replaceAll(""))
                .replaceAll("")
                .strip();
    }

    /** Quantities (values with a unit) get separators of thousands; years and numbers of pieces do not. */
    public static String of(@Nullable Object value, @Nullable String unit) {
        if (value == null) {
            return "";
        }
        if (value instanceof Boolean flag) {
            return flag ? "是" : "否";
        }
        if (value instanceof BigDecimal number) {
            String shown = unit == null ? number.stripTrailingZeros().toPlainString() : quantity(number);
            return unit == null ? shown : shown + " " + unit;
        }
        String text = value.toString();
        return TIMESTAMP.matcher(text).matches() ? time(text) : text;
    }

    private static String quantity(BigDecimal number) {
        return new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
    }

    private static String time(String text) {
        String iso = text.replace(' ', 'T');
        try {
            return ShownTime.minute(Instant.parse(iso.endsWith("Z") ? iso : iso + "Z"));
        } catch (DateTimeParseException otherForm) {
            return text;
        }
    }
}

package io.hourshare.normalize.convert;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The order that a department's own short days are written in, where a job declares it: no text tells by itself. */
enum DateOrder {
    /** {@code 24/3/5} is the fifth of March. */
    YMD("([0-9]{2}|[0-9]{4})" + Parts.SIGN + "([0-9]{1,2})\\2([0-9]{1,2})", 1, 3, 4),
    /** {@code 05/03/24} and {@code 5.3.2024} are the fifth of March. */
    DMY("([0-9]{1,2})" + Parts.SIGN + "([0-9]{1,2})\\2([0-9]{4}|[0-9]{2})", 4, 3, 1),
    /** {@code 03/05/24} and {@code 3-5-2024} are the fifth of March. */
    MDY("([0-9]{1,2})" + Parts.SIGN + "([0-9]{1,2})\\2([0-9]{4}|[0-9]{2})", 4, 1, 3);

    private final Pattern form;
    private final int year;
    private final int month;
    private final int day;

    DateOrder(String form, int year, int month, int day) {
        this.form = Pattern.compile(form + "日?((?:[ T].*)?)");
        this.year = year;
        this.month = month;
        this.day = day;
    }

    /** The rule that reads such days in the declared order; without one, as it is. */
    static Rule before(Rule rule, @Nullable String declared) {
        if (declared == null) {
            return rule;
        }
        for (DateOrder order : values()) {
            if (order.name().equalsIgnoreCase(declared)) {
                Rule ordered = (text, neighbours) -> rule.convert(order.written(text), neighbours);
                return ordered.shortened(rule::usual);
            }
        }
        return rule;
    }

    /** With the year first and in four digits; a day that the order makes impossible stays impossible. */
    private String written(String text) {
        Matcher parts = form.matcher(Texts.half(Texts.trim(text)));
        if (!parts.matches()) {
            return text;
        }
        String written = parts.group(year).length() > 2
                ? parts.group(year)
                : (Integer.parseInt(parts.group(year)) < 50 ? "20" : "19") + parts.group(year);
        return written + "-" + parts.group(month) + "-" + parts.group(day) + parts.group(5);
    }

    /** Constants may not be used before they are declared. */
    private static final class Parts {
        static final String SIGN = "([-/.])";
    }
}

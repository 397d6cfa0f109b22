package io.hourshare.normalize.convert;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which of two days a job wants that a department writes into one cell: {@code 2024年3月5日至2027年3月4日}. */
enum DateSpan {
    BEGIN,
    END;

    private static final Pattern FRAME = Pattern.compile("^(?:有效期|期限)?[:：]?[自从]?\\s*|\\s*[止。]?$");
    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("(.*?)起?\\s*(?:至|到|[~～]|[—–―]+|--+| - )\\s*(.*)"),
            Pattern.compile(
                    "([0-9]{4}(?:[./][0-9]{1,2}){1,2}|[0-9]{4}年[0-9]{1,2}月(?:[0-9]{1,2}日)?)-([0-9]{4}.*|[^0-9]+)"),
            Pattern.compile("([0-9]{8})-([0-9]{8}|[^0-9]+)"),
            Pattern.compile("([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})-([0-9]{4}-.*|[^0-9]+)"));

    /** The rule for the declared day of two; one day alone is the end of what runs until then. */
    static Rule before(Rule rule, @Nullable String declared) {
        if (declared == null) {
            return rule;
        }
        DateSpan wanted = declared.equals("begin") ? BEGIN : END;
        return (text, neighbours) -> {
            String day = wanted.of(FRAME.matcher(Texts.half(Texts.trim(text))).replaceAll(""));
            return Texts.isEmpty(day) ? Converted.empty() : rule.convert(day, neighbours);
        };
    }

    private String of(String text) {
        for (Pattern form : FORMS) {
            Matcher days = form.matcher(text);
            if (days.matches()) {
                return days.group(this == BEGIN ? 1 : 2).strip();
            }
        }
        boolean begins = text.endsWith("起");
        String alone = begins ? text.substring(0, text.length() - 1) : text;
        return begins == (this == BEGIN) ? alone : "";
    }
}

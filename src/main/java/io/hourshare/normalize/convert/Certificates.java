package io.hourshare.normalize.convert;

import io.hourshare.normalize.fault.Reason;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rules for the numbers of land, buildings, projects and permits; older spellings are kept, with a note. */
final class Certificates {

    private static final Pattern REALTY_UNIT = Pattern.compile("[0-9]{12}[GJZ][ABSXCDEFHGWY][0-9]{5}[FLQW][0-9]{8}");
    private static final Pattern PARCEL = Pattern.compile("[0-9]{12}[GJZ][ABSXCDEFHGWY][0-9]{5}");
    private static final Pattern PROJECT = Pattern.compile("([0-9]{4})([0-9]{6})([0-9]{2})([0-9]{2})([0-9]{6})");
    private static final Pattern PERMIT =
            Pattern.compile("[0-9]{6}(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{4}");

    private static final Pattern BRACKETED_YEAR = Pattern.compile("[(（\\[【〔［]((?:19|20)[0-9]{2})[)）\\]】〕］]");
    private static final Pattern BLANKS = Pattern.compile("[ \\n]+");

    private Certificates() {}

    static Converted realtyUnit(String text, Neighbours neighbours) {
        return shaped(text, REALTY_UNIT);
    }

    static Converted parcel(String text, Neighbours neighbours) {
        String code = Texts.code(text);
        return REALTY_UNIT.matcher(code).matches() ? Converted.value(code.substring(0, 19)) : shaped(text, PARCEL);
    }

    /** Project codes are shown with hyphens: {@code 2406-330482-04-02-123456}. */
    static Converted project(String text, Neighbours neighbours) {
        Matcher parts = PROJECT.matcher(Texts.code(text));
        if (!parts.matches()) {
            return kept(text);
        }
        String code = String.join("-", parts.group(1), parts.group(2), parts.group(3), parts.group(4), parts.group(5));
        return isProjectTime(parts.group(1)) ? Converted.value(code) : Converted.doubtful(code, Reason.IDENTIFIER_FORM);
    }

    static Converted permit(String text, Neighbours neighbours) {
        return shaped(text, PERMIT);
    }

    /** Older codes begin with a year from 2014 to 2020, newer ones with two digits each of year and month. */
    private static boolean isProjectTime(String first) {
        int number = Integer.parseInt(first);
        int month = number % 100;
        return number >= 2014 && number <= 2020 || number >= 2010 && month >= 1 && month <= 12;
    }

    /** A document's number: brackets around its year uniform, since they tell records apart. */
    static Converted document(String text, Neighbours neighbours) {
        String visible = Texts.half(Texts.visible(text));
        if (visible.equals("0") || Texts.isEmpty(visible)) {
            return Converted.empty();
        }
        String tight = BLANKS.matcher(visible).replaceAll("");
        String year = tight.contains("不动产") || tight.contains("房权证") ? "（$1）" : "〔$1〕";
        return Converted.value(BRACKETED_YEAR.matcher(tight).replaceAll(year));
    }

    private static Converted shaped(String text, Pattern form) {
        String code = Texts.code(text);
        return form.matcher(code).matches() ? Converted.value(code) : kept(text);
    }

    private static Converted kept(String text) {
        String visible = Texts.half(Texts.visible(text));
        if (visible.equals("0") || Texts.isEmpty(visible)) {
            return Converted.empty();
        }
        return Converted.doubtful(visible, Reason.IDENTIFIER_FORM);
    }
}

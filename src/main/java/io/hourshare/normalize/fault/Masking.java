package io.hourshare.normalize.fault;

import java.util.regex.Pattern;

/** Hides what excerpts of bad records must not show: personal fields, and long digits wherever they stand. */
public final class Masking {

    private static final int EXCERPT = 80;
    private static final Pattern LONG_DIGITS = Pattern.compile("(?<![0-9])([0-9]{3})[0-9]{6,}([0-9]{2})(?![0-9])");
    private static final Pattern IDENTITY_END = Pattern.compile("\\*[0-9]{2}[Xx]");

    private Masking() {}

    /** Keeps the text's beginning, with runs of eleven and more digits starred. */
    public static String excerpt(String text) {
        String starred = LONG_DIGITS.matcher(text).replaceAll("$1******$2");
        String masked = IDENTITY_END.matcher(starred).replaceAll("***");
        return masked.length() <= EXCERPT ? masked : masked.substring(0, EXCERPT) + "…";
    }

    /** Keeps nothing but how long the text is: for fields that the contract calls personal. */
    public static String personal(String text) {
        return text.isEmpty() ? "" : "（个人信息，" + text.length() + " 字）";
    }
}

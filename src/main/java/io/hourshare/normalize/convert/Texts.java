package io.hourshare.normalize.convert;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** Cleaning that most rules begin with. */
final class Texts {

    private static final Set<String> EMPTY = Set.of(
            "",
            "\\N",
            "\\n",
            "N/A",
            "n/a",
            "NA",
            "-",
            "--",
            "—",
            "——",
            "/",
            "//",
            "无",
            "暂无",
            "空",
            "未知",
            "不详",
            "未填",
            "未填写",
            "没有",
            "null",
            "NULL",
            "Null",
            "(null)",
            "none",
            "None",
            "NONE",
            "nil",
            "undefined",
            "NaN",
            "nan",
            ".",
            "*",
            "N-A",
            "N.A.",
            "NIL",
            "空白",
            "无数据",
            "暂缺",
            "缺失",
            "待定",
            "待补",
            "待补充",
            "不明",
            "不适用",
            "#N/A",
            "#REF!",
            "#VALUE!",
            "#NAME?",
            "#NULL!",
            "#DIV/0!",
            "#NUM!",
            "企业选择不公示",
            "选择不公示",
            "不公示");

    private static final int LONGEST_NOTHING = 10;

    /** Words that mean the value of the row above. */
    static final Set<String> DITTO = Set.of("同上", "同前", "〃", "″", "々");

    private Texts() {}

    static Set<String> emptyWords() {
        return EMPTY;
    }

    /** Whether the text says nothing, in one of the ways that sources say nothing. */
    static boolean isEmpty(String trimmed) {
        if (trimmed.length() > LONGEST_NOTHING) {
            return false;
        }
        boolean sign = !trimmed.isEmpty() && !Character.isLetterOrDigit(trimmed.charAt(0));
        return EMPTY.contains(trimmed) || sign && (isPunctuation(trimmed) || isEmptyInBrackets(trimmed));
    }

    /** Dashes, dots and quotes alone say nothing; ticks and crosses do, and so does the mark for "as above". */
    private static boolean isPunctuation(String text) {
        return !DITTO.contains(text) && text.codePoints().allMatch(Texts::isPunctuation);
    }

    private static boolean isPunctuation(int character) {
        int type = Character.getType(character);
        return type >= Character.DASH_PUNCTUATION && type <= Character.OTHER_PUNCTUATION
                || type == Character.INITIAL_QUOTE_PUNCTUATION
                || type == Character.FINAL_QUOTE_PUNCTUATION
                || character == '`'
                || character == ' ';
    }

    private static boolean isEmptyInBrackets(String text) {
        int bracket = "(（[【<＜《".indexOf(text.charAt(0));
        boolean closed = bracket >= 0 && text.charAt(text.length() - 1) == ")）]】>＞》".charAt(bracket);
        return closed && text.length() > 2 && EMPTY.contains(text.substring(1, text.length() - 1));
    }

    /** Without blanks of any kind, controls and invisible characters at both ends. */
    static String trim(String text) {
        int from = 0;
        int end = text.length();
        while (from < end && isBlank(text.charAt(from))) {
            from++;
        }
        while (end > from && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return from == 0 && end == text.length() ? text : text.substring(from, end);
    }

    /** Half-width, upper case, without blanks, hyphens and invisible characters; a leading apostrophe is gone too. */
    static String code(String text) {
        if (isPlainCode(text)) {
            return text;
        }
        String wide = Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        StringBuilder code = new StringBuilder(wide.length());
        for (int i = 0; i < wide.length(); i++) {
            char c = wide.charAt(i);
            if (!isBlank(c) && !isHyphen(c) && c != '\'' && c != '‘' && c != '’' && c != '`') {
                code.append(c);
            }
        }
        return code.toString();
    }

    /** Full-width letters, digits and signs made half-width, compatibility forms resolved. */
    static String half(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > '~' && !(c >= 0x4e00 && c <= 0x9fff) && c != '、' && c != '。') {
                return Normalizer.normalize(text, Normalizer.Form.NFKC);
            }
        }
        return text;
    }

    /** Without controls and invisible characters inside; line breaks stay as {@code \n}. */
    static String visible(String text) {
        String trimmed = trim(text);
        for (int i = 0; i < trimmed.length(); i++) {
            char c = trimmed.charAt(i);
            if (c < ' ' && c != '\n' || isInvisible(c)) {
                return withoutInvisible(trimmed);
            }
        }
        return trimmed;
    }

    static boolean isBlank(char c) {
        return c <= ' ' || c >= 0x7f && (c <= 0xa0 || c == 0x3000 || c >= 0x2000 && c <= 0x200a || isInvisible(c));
    }

    private static boolean isInvisible(char c) {
        return c >= 0x7f
                && (c <= 0x9f
                        || c == 0xad
                        || c >= 0x200b && c <= 0x200f
                        || c >= 0x2028 && c <= 0x202e
                        || c >= 0x2060 && c <= 0x2064
                        || c == 0xfeff);
    }

    private static boolean isHyphen(char c) {
        return c == '-' || c >= 0x2010 && c <= 0x2015 || c == 0x2212 || c == 0xfe58 || c == 0xfe63;
    }

    private static boolean isPlainCode(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9' || c >= 'A' && c <= 'Z')) {
                return false;
            }
        }
        return true;
    }

    private static String withoutInvisible(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r') {
                if (i + 1 == text.length() || text.charAt(i + 1) != '\n') {
                    visible.append('\n');
                }
            } else if (c == '\t') {
                visible.append(' ');
            } else if (c == '\n' || c >= ' ' && !isInvisible(c)) {
                visible.append(c);
            }
        }
        return visible.toString();
    }
}

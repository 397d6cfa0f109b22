package io.hourshare.normalize.decode.text;

import io.hourshare.normalize.fault.Reason;
import java.nio.charset.StandardCharsets;

/** Text inside JSON quotes. */
public final class JsonText {

    private static final String SHORT = "\"\\/bfnrt";
    private static final String MEANT = "\"\\/\b\f\n\r\t";

    private JsonText() {}

    /** Refuses bytes that are no UTF-8, and NUL. */
    public static void check(byte[] bytes, int from, int end) throws DamagedRecordException {
        int fault = Utf8.textEnd(bytes, from, end);
        if (fault < end) {
            throw new DamagedRecordException(reason(bytes, fault, end));
        }
    }

    public static byte[] unescape(byte[] bytes, int from, int end) throws DamagedRecordException {
        check(bytes, from, end);
        String quoted = new String(bytes, from, end - from, StandardCharsets.UTF_8);
        StringBuilder text = new StringBuilder(quoted.length());
        for (int i = 0; i < quoted.length(); i++) {
            char c = quoted.charAt(i);
            if (c != '\\') {
                text.append(c);
            } else if (i + 1 < quoted.length() && quoted.charAt(i + 1) == 'u') {
                text.append(unit(quoted, i + 2));
                i += 5;
            } else {
                text.append(meaning(quoted, ++i));
            }
        }
        refuseLoneSurrogates(text);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Reason reason(byte[] bytes, int at, int end) {
        if (bytes[at] == 0) {
            return Reason.NUL_CHARACTER;
        }
        return Utf8.isSurrogate(bytes, at, end) ? Reason.LONE_SURROGATE : Reason.BAD_ENCODING;
    }

    private static char unit(String text, int at) throws DamagedRecordException {
        try {
            char unit = (char) Integer.parseInt(text.substring(at, at + 4), 16);
            if (unit == 0) {
                throw new DamagedRecordException(Reason.NUL_CHARACTER);
            }
            return unit;
        } catch (NumberFormatException | StringIndexOutOfBoundsException e) {
            throw new DamagedRecordException(Reason.MALFORMED_RECORD);
        }
    }

    private static char meaning(String text, int at) throws DamagedRecordException {
        int index = at < text.length() ? SHORT.indexOf(text.charAt(at)) : -1;
        if (index < 0) {
            throw new DamagedRecordException(Reason.MALFORMED_RECORD);
        }
        return MEANT.charAt(index);
    }

    public static void refuseLoneSurrogates(CharSequence text) throws DamagedRecordException {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isHighSurrogate(text.charAt(i))
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(text.charAt(i))) {
                throw new DamagedRecordException(Reason.LONE_SURROGATE);
            }
        }
    }
}

package io.hourshare.normalize.convert;

import io.hourshare.kernel.OrganisationCode;
import io.hourshare.kernel.RegistrationNumber;
import io.hourshare.kernel.Uscc;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Short ways for codes, numbers, dates and times in their usual form; each answers what its rule would, or null. */
final class UsualValues {

    private static final int FRACTION = 6;
    private static final int WHOLE = 15;
    private static final int DATE = 10;
    private static final int MOMENT = 19;

    /** From here on Chinese local time is eight hours ahead, without summer time. */
    private static final int FIXED_OFFSET = 1992;

    private static final int LAST_YEAR = 2098;
    private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);

    private UsualValues() {}

    static byte @Nullable [] uscc(byte[] ascii) {
        if (ascii.length != 18 || !isCode(ascii) || isCounted(ascii)) {
            return null;
        }
        String code = new String(ascii, StandardCharsets.ISO_8859_1);
        boolean usual = Uscc.isValid(code)
                && OrganisationCode.isValid(code.substring(8, 17))
                && !Identifiers.PersonalNumbers.isPersonal(code);
        return usual ? ascii : null;
    }

    static byte @Nullable [] registrationNumber(byte[] ascii) {
        boolean valid = ascii.length == 15
                && isCode(ascii)
                && !isCounted(ascii)
                && RegistrationNumber.isValid(new String(ascii, StandardCharsets.ISO_8859_1));
        return valid ? ascii : null;
    }

    /** A unified code; whatever else tax numbers persons and shops by needs a closer look. */
    static byte @Nullable [] taxpayerId(byte[] ascii) {
        return ascii.length == 18 && !isRounded(ascii) ? uscc(ascii) : null;
    }

    /** Capitals and digits; where the length is that of a person's number, it is none. */
    static byte @Nullable [] serialNumber(byte[] ascii) {
        if (!UsualTexts.isPossible(ascii) || !isCode(ascii) || isRounded(ascii) || isCounted(ascii)) {
            return null;
        }
        boolean doubtful = ascii.length == 15 || ascii.length >= 17 && ascii.length <= 20;
        String code = doubtful ? new String(ascii, StandardCharsets.ISO_8859_1) : "";
        return doubtful && Identifiers.PersonalNumbers.isPersonal(code) ? null : ascii;
    }

    /** Digits with at most one point and no zeros before: written out to six decimals. */
    static byte @Nullable [] number(byte[] ascii) {
        int point = digits(ascii, 0);
        boolean bare = point == ascii.length;
        if (point == 0
                || point > WHOLE
                || ascii[0] == '0' && point > 1
                || ascii.length > 18
                || !bare && (ascii[point] != '.' || digits(ascii, point + 1) != ascii.length)) {
            return null;
        }
        int decimals = bare ? 0 : ascii.length - point - 1;
        if (decimals == FRACTION || decimals > FRACTION) {
            return decimals == FRACTION ? ascii : null;
        }
        byte[] number = Arrays.copyOf(ascii, point + 1 + FRACTION);
        number[point] = '.';
        Arrays.fill(number, point + 1 + decimals, number.length, (byte) '0');
        return number;
    }

    static byte @Nullable [] integer(byte[] ascii) {
        boolean whole = ascii.length <= WHOLE && digits(ascii, 0) == ascii.length;
        return whole && (ascii[0] != '0' || ascii.length == 1) ? ascii : null;
    }

    /** {@code 2024-03-05}, {@code 2024/3/5}, {@code 2024.3.5}, {@code 2024年3月5日}. */
    static byte @Nullable [] date(byte[] utf8) {
        if (utf8.length < 8 || utf8.length > 17 || digits(utf8, 0) != 4) {
            return null;
        }
        int afterYear = separator(utf8, 4, '年');
        int monthEnd = digits(utf8, afterYear);
        int afterMonth = separator(utf8, monthEnd, '月');
        int dayEnd = digits(utf8, afterMonth);
        int end = dayEnd < utf8.length ? separator(utf8, dayEnd, '日') : dayEnd;
        if (afterYear == 4
                || afterMonth == monthEnd
                || end != utf8.length
                || dayEnd < utf8.length && utf8[dayEnd] > 0
                || !isOneOrTwo(afterYear, monthEnd)
                || !isOneOrTwo(afterMonth, dayEnd)) {
            return null;
        }
        int year = number(utf8, 0, 4);
        int month = number(utf8, afterYear, monthEnd);
        int day = number(utf8, afterMonth, dayEnd);
        if (!isPlainDate(year, month, day)) {
            return null;
        }
        return isIso(utf8, DATE) ? utf8 : text(new byte[DATE], year, month, day);
    }

    /** Whether a date means that there is no end: a near one does not. */
    static byte @Nullable [] openEnded(byte[] utf8) {
        return date(utf8) == null ? null : FALSE;
    }

    /** {@code 2024-03-05 10:11:12} of Chinese time, in UTC. */
    static byte @Nullable [] timestamp(byte[] ascii) {
        if (!isIso(ascii, MOMENT) || ascii[13] != ':' || ascii[16] != ':' || ascii[10] != ' ') {
            return null;
        }
        int year = number(ascii, 0, 4);
        int month = number(ascii, 5, 7);
        int day = number(ascii, 8, 10);
        int hour = number(ascii, 11, 13);
        boolean time = digits(ascii, 11) == 13 && digits(ascii, 14) == 16 && digits(ascii, 17) == MOMENT;
        boolean exists = time && hour < 24 && number(ascii, 14, 16) < 60 && number(ascii, 17, MOMENT) < 60;
        int shifted = hour >= 8 ? day : day - 1; // a month before is left to the rule itself
        if (!exists || year < FIXED_OFFSET || !isPlainDate(year, month, day) || shifted == 0) {
            return null;
        }
        byte[] moment = text(Arrays.copyOf(ascii, MOMENT + 1 + FRACTION), year, month, shifted);
        two(moment, 11, (hour + 16) % 24);
        moment[MOMENT] = '.';
        Arrays.fill(moment, MOMENT + 1, moment.length, (byte) '0');
        return moment;
    }

    private static byte[] text(byte[] text, int year, int month, int day) {
        two(text, 0, year / 100);
        two(text, 2, year % 100);
        text[4] = '-';
        two(text, 5, month);
        text[7] = '-';
        two(text, 8, day);
        return text;
    }

    private static void two(byte[] text, int at, int number) {
        text[at] = (byte) ('0' + number / 10);
        text[at + 1] = (byte) ('0' + number % 10);
    }

    /** A day that exists, and none of those that stand for no date. */
    private static boolean isPlainDate(int year, int month, int day) {
        return year > 1900 && year <= LAST_YEAR && month >= 1 && month <= 12 && day >= 1 && day <= lastDay(year, month);
    }

    private static int lastDay(int year, int month) {
        if (month == 2) {
            return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
        }
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }

    private static boolean isIso(byte[] ascii, int length) {
        return ascii.length == length
                && digits(ascii, 0) == 4
                && ascii[4] == '-'
                && digits(ascii, 5) == 7
                && ascii[7] == '-'
                && digits(ascii, 8) == DATE;
    }

    /** Behind {@code -}, {@code /}, {@code .} or the given character; the same place where none stands. */
    private static int separator(byte[] utf8, int at, char named) {
        if (at >= utf8.length) {
            return at;
        }
        if (utf8[at] == '-' || utf8[at] == '/' || utf8[at] == '.') {
            return at + 1;
        }
        boolean given = at + 2 < utf8.length
                && utf8[at] == (byte) (0xe0 | named >> 12)
                && utf8[at + 1] == (byte) (0x80 | named >> 6 & 0x3f)
                && utf8[at + 2] == (byte) (0x80 | named & 0x3f);
        return given ? at + 3 : at;
    }

    private static boolean isOneOrTwo(int from, int end) {
        return end - from == 1 || end - from == 2;
    }

    /** Where the digits end that begin at the index. */
    private static int digits(byte[] ascii, int from) {
        int at = from;
        while (at < ascii.length && ascii[at] >= '0' && ascii[at] <= '9') {
            at++;
        }
        return at;
    }

    private static int number(byte[] ascii, int from, int end) {
        int number = 0;
        for (int i = from; i < end; i++) {
            number = number * 10 + ascii[i] - '0';
        }
        return number;
    }

    /** What a spreadsheet may have rounded, or a power of ten that it wrote. */
    private static boolean isRounded(byte[] ascii) {
        int last = ascii.length - 1;
        boolean zeros = ascii.length > 16 && ascii[last] == '0' && ascii[last - 1] == '0';
        boolean exponent = ascii.length <= 4 && ascii.length > 1 && ascii[1] == 'E';
        return zeros || exponent;
    }

    /** What may be counted up on the keys: {@code 123456789…} */
    private static boolean isCounted(byte[] ascii) {
        return ascii.length > 8 && ascii[0] == '1' && ascii[1] == '2' && ascii[2] == '3' && ascii[3] == '4';
    }

    private static boolean isCode(byte[] ascii) {
        for (byte octet : ascii) {
            if (!(octet >= '0' && octet <= '9' || octet >= 'A' && octet <= 'Z')) {
                return false;
            }
        }
        return true;
    }
}

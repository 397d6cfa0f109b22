package io.hourshare.normalize.convert;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads amounts written out in characters, plain or in banker's forms: {@code 伍佰万}, {@code 一千二百三十元五角}. */
final class ChineseNumber {

    private static final String PLAIN = "〇一二三四五六七八九";
    private static final String BANKER = "零壹贰叁肆伍陆柒捌玖";

    private ChineseNumber() {}

    /** The amount in yuan: what stands before 元 in its units, what stands behind in jiao and fen. */
    static Optional<BigDecimal> parse(String text) {
        String digits = text.replaceAll("[整正]$", "").replace('圆', '元').replace('圓', '元');
        int yuan = digits.indexOf('元');
        Long whole = whole(yuan < 0 ? digits : digits.substring(0, yuan));
        if (whole == null) {
            return Optional.empty();
        }
        BigDecimal fraction = fraction(yuan < 0 ? "" : digits.substring(yuan + 1));
        return fraction == null
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(whole).add(fraction));
    }

    private static @Nullable Long whole(String text) {
        long total = 0;
        long section = 0;
        long digit = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int value = digit(c);
            int small = small(c);
            if (value >= 0) {
                digit = value;
            } else if (small > 0) {
                section += (digit == 0 ? 1 : digit) * small;
                digit = 0;
            } else if (c == '万' || c == '萬' || c == '亿' || c == '億') {
                long unit = c == '万' || c == '萬' ? 10_000L : 100_000_000L;
                total = unit > 10_000L ? (total + section + digit) * unit : total + (section + digit) * unit;
                section = 0;
                digit = 0;
            } else {
                return null;
            }
        }
        return text.isEmpty() ? null : (Long) (total + section + digit);
    }

    private static @Nullable BigDecimal fraction(String text) {
        BigDecimal sum = BigDecimal.ZERO;
        int digit = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (digit(c) >= 0) {
                digit = digit(c);
            } else if (c == '角' || c == '分') {
                sum = sum.add(BigDecimal.valueOf(digit, c == '角' ? 1 : 2));
                digit = 0;
            } else {
                return null;
            }
        }
        return sum;
    }

    private static int digit(char c) {
        if (c == '两' || c == '○') {
            return c == '两' ? 2 : 0;
        }
        return Math.max(PLAIN.indexOf(c), BANKER.indexOf(c));
    }

    private static int small(char c) {
        return switch (c) {
            case '十', '拾' -> 10;
            case '百', '佰' -> 100;
            case '千', '仟' -> 1000;
            default -> 0;
        };
    }
}

package io.hourshare.sandbox.source;

import io.hourshare.sandbox.source.Smudge.Scribble;
import io.hourshare.sandbox.world.Dice;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** What hands and spreadsheets make of codes, names and amounts. */
final class Scribbles {

    static final Scribble GONE = (value, dice) -> "";
    static final Scribble LOWER_CASE = (value, dice) -> value.toLowerCase(Locale.ROOT);
    static final Scribble TRAILING_BLANK = (value, dice) -> value + dice.oneOf(" ", "  ", "\u3000", "\u00a0");
    static final Scribble SPACED =
            (value, dice) -> value.substring(0, value.length() / 2) + " " + value.substring(value.length() / 2);
    static final Scribble FULL_WIDTH = (value, dice) -> fullWidth(value);
    static final Scribble QUOTED = (value, dice) -> "'" + value;
    static final Scribble EMPTY_WORD = (value, dice) -> dice.oneOf("\\N", "N/A", "-", "/", "无", "暂无", "null");
    static final Scribble MISTYPED = Scribbles::mistyped;
    static final Scribble MASKED =
            (value, dice) -> value.length() < 12 ? value : value.substring(0, 6) + "******" + value.substring(12);
    static final Scribble CUT_TO_15 = (value, dice) -> value.length() > 15 ? value.substring(0, 15) : value;
    static final Scribble ZEROS = (value, dice) -> "0".repeat(Math.max(1, value.length()));
    static final Scribble HALF_BRACKETS =
            (value, dice) -> value.replace('（', '(').replace('）', ')');
    static final Scribble ROUNDED_BY_SHEET = Scribbles::rounded;
    static final Scribble ORGANISATION_CODE = (value, dice) ->
            value.length() == 18 ? value.substring(8, 16) + dice.oneOf("", "-") + value.charAt(16) : value;
    static final Scribble GARBLED = (value, dice) -> dice.oneOf("??????", "锟斤拷", "#REF!", "#N/A");

    /** Leaves the value; what is smudged is its cell or its line. */
    static final Scribble KEPT = (value, dice) -> value;

    static final Scribble THOUSANDS =
            onNumber((value, dice) -> String.format(Locale.ROOT, "%,.2f", new BigDecimal(value)));

    private Scribbles() {}

    /** Spares values that are no figures. */
    static Scribble onNumber(Scribble scribble) {
        return (value, dice) -> value.matches("-?\\d+(\\.\\d+)?") ? scribble.write(value, dice) : value;
    }

    /** One character replaced by its neighbour, so that no check digit fits. */
    private static String mistyped(String value, Dice dice) {
        int at = dice.between(Math.min(8, value.length() - 1), value.length() - 1);
        char wrong = value.charAt(at) == '9' ? '8' : value.charAt(at) == '8' ? '3' : '9';
        return value.substring(0, at) + wrong + value.substring(at + 1);
    }

    /** What a spreadsheet makes of a long number; codes with letters stay. */
    private static String rounded(String value, Dice dice) {
        if (!value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return value;
        }
        BigDecimal number = new BigDecimal(value);
        return dice.chance(0.5)
                ? number.round(new MathContext(6)).toString()
                : number.round(new MathContext(15)).toPlainString();
    }

    private static String fullWidth(String value) {
        StringBuilder wide = new StringBuilder();
        value.chars().forEach(c -> wide.append((char) (c > ' ' && c < 0x7f ? c + 0xfee0 : c)));
        return wide.toString();
    }
}

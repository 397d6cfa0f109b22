package io.hourshare.normalize.convert;

import io.hourshare.normalize.fault.Reason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rules for counts, measures and amounts of money. */
final class Numbers {

    private static final BigDecimal LIMIT = BigDecimal.TEN.pow(18);
    private static final int SCALE = 6;
    private static final Pattern GROUPED = Pattern.compile("[+-]?[0-9]{1,3}(?:,[0-9]{3,4})+(?:\\.[0-9]*)?");
    private static final Pattern SIGN_BEHIND = Pattern.compile("[0-9][0-9.,]*-");
    private static final Pattern PLAIN = Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:E[+-]?[0-9]{1,3})?");
    private static final Pattern MEASURE = Pattern.compile("([+-]?[0-9.,]+(?:E[+-]?[0-9]{1,3})?) ?([^0-9.,+-].*)?");
    private static final Pattern CHINESE = Pattern.compile("[〇○零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟萬億]+[元圆圓]?.{0,6}");

    /** @param bare unit of numbers that state none, where it is known @param target unit of the result */
    record Measure(@Nullable String bare, @Nullable String target) {}

    private Numbers() {}

    static Rule integer(Measure measure) {
        Rule decimal = decimal(measure);
        return (text, neighbours) -> {
            Converted number = decimal.convert(text, neighbours);
            if (number.text() == null) {
                return number;
            }
            BigDecimal whole = new BigDecimal(number.text()).stripTrailingZeros();
            return whole.scale() > 0 ? Converted.bad(Reason.NOT_WHOLE) : Converted.value(whole.toPlainString());
        };
    }

    /** A number, with its unit in the value, in the neighbouring field, in the heading, or as agreed. */
    static Rule decimal(Measure measure) {
        return (text, neighbours) -> {
            String trimmed = Texts.trim(text);
            if (Texts.isEmpty(trimmed)) {
                return Converted.empty();
            }
            String stated = neighbours.get(Neighbours.UNIT).orElse(measure.bare());
            if (isPlain(trimmed)) {
                return inUnit(new BigDecimal(trimmed), stated, measure.target());
            }
            return measured(trimmed, stated, measure.target());
        };
    }

    /** Money: as {@link #decimal}, with currency words around the number and amounts written in characters. */
    static Rule amount(Measure measure) {
        return (text, neighbours) -> {
            String trimmed = Texts.trim(text);
            if (Texts.isEmpty(trimmed)) {
                return Converted.empty();
            }
            if (isPlain(trimmed)) {
                String stated = neighbours.get(Neighbours.UNIT).orElse(measure.bare());
                return inUnit(new BigDecimal(trimmed), stated, measure.target());
            }
            Money money = Money.parse(Texts.half(trimmed));
            Converted amount = money(money, neighbours.get(Neighbours.UNIT).orElse(measure.bare()), measure.target());
            if (amount.text() == null || money.currency() == null) {
                return amount;
            }
            String agreed =
                    neighbours.get(Neighbours.CURRENCY).map(Currencies::numeric).orElse("");
            if (money.currency().equals(agreed.isEmpty() ? Currencies.YUAN : agreed)) {
                return amount;
            }
            return Converted.doubtful(
                    amount.text(), agreed.isEmpty() ? Reason.FOREIGN_CURRENCY : Reason.CURRENCY_CONFLICT);
        };
    }

    /** Digits with at most one point among them: nothing that needs a pattern. */
    private static boolean isPlain(String text) {
        int points = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && i > 0) {
                points++;
            } else if (c < '0' || c > '9') {
                return false;
            }
        }
        return points <= 1 && text.length() <= 18;
    }

    private static Converted money(Money money, @Nullable String bare, @Nullable String target) {
        Optional<BigDecimal> written =
                CHINESE.matcher(money.number()).matches() ? ChineseNumber.parse(money.number()) : Optional.empty();
        if (written.isPresent()) {
            return inUnit(written.get(), "元", target);
        }
        return measured(money.number(), bare, target);
    }

    private static Converted measured(String text, @Nullable String bare, @Nullable String target) {
        Matcher parts = MEASURE.matcher(Texts.half(text).toUpperCase(java.util.Locale.ROOT));
        Optional<BigDecimal> number =
                number(text).or(() -> parts.matches() ? number(parts.group(1)) : Optional.empty());
        if (number.isEmpty()) {
            return written(text)
                    .map(count -> inUnit(count, bare, target))
                    .orElseGet(() -> Converted.bad(Reason.BAD_NUMBER));
        }
        String unit = parts.matches() ? parts.group(2) : null;
        if (unit != null
                && unit.replaceAll("[mM][23]", "").chars().anyMatch(Character::isDigit)
                && !Units.isKnown(unit)) {
            return Converted.bad(Reason.BAD_NUMBER);
        }
        if (unit != null && target == null && !Units.isKnown(unit)) {
            return Converted.bad(Reason.UNKNOWN_UNIT);
        }
        if (unit == null) {
            return inUnit(number.get(), bare, target);
        }
        String stated = Money.unit(unit);
        return inUnit(number.get(), stated, target == null ? usual(stated, bare) : target);
    }

    /** Where nobody agreed on a unit, those of single values must not mix: 0.05亿 beside 500万. */
    private static @Nullable String usual(String stated, @Nullable String bare) {
        return bare == null ? Units.base(stated).orElse(null) : bare;
    }

    /** A count in characters, {@code 一百二十八}, or in both kinds, {@code 1亿2000万}. */
    private static Optional<BigDecimal> written(String text) {
        String half = Texts.half(text);
        return CHINESE.matcher(half).matches() ? ChineseNumber.parse(half) : Optional.empty();
    }

    private static Converted inUnit(BigDecimal number, @Nullable String from, @Nullable String to) {
        if (from == null || to == null) {
            return result(number);
        }
        return Units.convert(number, from, to).map(Numbers::result).orElseGet(() -> Converted.bad(Reason.UNKNOWN_UNIT));
    }

    private static Converted result(BigDecimal number) {
        BigDecimal rounded = number.setScale(SCALE, RoundingMode.HALF_UP);
        return rounded.abs().compareTo(LIMIT) >= 0
                ? Converted.bad(Reason.NUMBER_OUT_OF_RANGE)
                : Converted.value(rounded.toPlainString());
    }

    /** A bare number: grouped by commas, in brackets or with the sign behind for negative, or scientific. */
    private static Optional<BigDecimal> number(String text) {
        String half = Texts.half(text).toUpperCase(java.util.Locale.ROOT);
        String digits = GROUPED.matcher(half).matches() ? half.replace(",", "") : half;
        if (digits.startsWith("(") && digits.endsWith(")") && digits.length() > 2) {
            return number(digits.substring(1, digits.length() - 1)).map(BigDecimal::negate);
        }
        if (SIGN_BEHIND.matcher(digits).matches()) {
            return number(digits.substring(0, digits.length() - 1)).map(BigDecimal::negate);
        }
        return PLAIN.matcher(digits).matches() ? Optional.of(new BigDecimal(digits)) : Optional.empty();
    }
}

package io.hourshare.sandbox.source;

import io.hourshare.sandbox.source.Smudge.Scribble;
import io.hourshare.sandbox.world.Dice;
import io.hourshare.sandbox.world.World;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Dates, times and amounts in all the ways departments write them. */
final class Spellings {

    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    /** A date in another common spelling, still the same day. */
    static final Scribble DATE = (value, dice) -> other(LocalDate.parse(value), dice);

    /** A day that stands for nothing. */
    static final Scribble PLACEHOLDER_DATE =
            (value, dice) -> dice.oneOf("1900-1-1", "9999-9-9", "0000-00-00", "1900-01-01");

    static final Scribble FOREVER = (value, dice) -> dice.oneOf("9999-9-9", "2099-12-31", "永续经营", "长期");

    /** A day that no calendar has. */
    static final Scribble NO_DATE = (value, dice) -> dice.oneOf("2023-02-30", "2024-13-05", "20241301", "二〇二四年");

    private static final LocalDate SHEET_ZERO = LocalDate.of(1899, 12, 30);

    private Spellings() {}

    static String time(Instant instant) {
        return TIME.format(instant.atZone(World.ZONE));
    }

    static LocalDate day(Instant instant) {
        return instant.atZone(World.ZONE).toLocalDate();
    }

    /** Whether a text is a day that exists, written plainly. */
    static boolean isPlainDate(String text) {
        try {
            return text.length() == 10 && LocalDate.parse(text).getYear() < 2100;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** The number that a spreadsheet keeps for a day. */
    static long sheetNumber(LocalDate day) {
        return ChronoUnit.DAYS.between(SHEET_ZERO, day);
    }

    /** An amount of 10,000 yuan in the wordings of capital columns. */
    static final Scribble CAPITAL = (value, dice) -> {
        BigDecimal amount = new BigDecimal(value);
        return switch (dice.below(6)) {
            case 0 -> String.format(Locale.ROOT, "%,d", amount.longValue()) + "(万元)";
            case 1 -> amount.toPlainString() + "万元人民币";
            case 2 -> amount.setScale(6).toPlainString();
            case 3 -> amount.toPlainString() + "(万元人民币)";
            case 4 -> amount.movePointLeft(4).stripTrailingZeros().toPlainString() + "亿元";
            default -> String.format(Locale.ROOT, "%,.2f", amount) + "万元";
        };
    };

    private static String other(LocalDate day, Dice dice) {
        int year = day.getYear();
        int month = day.getMonthValue();
        int date = day.getDayOfMonth();
        return switch (dice.below(7)) {
            case 0 -> year + "年" + month + "月" + date + "日";
            case 1 -> day.format(DateTimeFormatter.BASIC_ISO_DATE);
            case 2 -> year + "-" + month + "-" + date;
            case 3 -> year + "/" + month + "/" + date + " 0:00:00";
            case 4 -> String.format(Locale.ROOT, "%d.%02d.%02d", year, month, date);
            case 5 -> day + " 00:00:00";
            default -> year + "/" + month + "/" + date;
        };
    }
}

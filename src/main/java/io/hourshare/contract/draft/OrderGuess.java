package io.hourshare.contract.draft;

import io.hourshare.contract.Conversion;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Guesses the order of days such as {@code 24/3/5} and {@code 03/04/2024} from what all of them allow together. */
final class OrderGuess {

    private static final double SOME = 0.4;
    private static final Pattern THREE = Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{1,2})日?([ T].*)?");

    /** An order of the three numbers, by the place of each. */
    private enum Order {
        YMD("年、月、日", 0, 1, 2),
        DMY("日、月、年", 2, 1, 0),
        MDY("月、日、年", 2, 0, 1);

        private final String words;
        private final int year;
        private final int month;
        private final int day;

        Order(String words, int year, int month, int day) {
            this.words = words;
            this.year = year;
            this.month = month;
            this.day = day;
        }

        boolean allows(String[] parts) {
            try {
                return parts[year].length() != 1
                        && parts[day].length() < 3
                        && LocalDate.of(year(parts), Integer.parseInt(parts[month]), Integer.parseInt(parts[day]))
                                .isAfter(LocalDate.MIN);
            } catch (DateTimeException noSuchDay) {
                return false;
            }
        }

        int year(String[] parts) {
            int written = Integer.parseInt(parts[year]);
            return parts[year].length() > 2 ? written : written + (written < 50 ? 2000 : 1900);
        }
    }

    private OrderGuess() {}

    /** @param temporal whether the heading speaks of a day */
    static Optional<ColumnGuess> of(String column, Values values, boolean temporal) {
        List<String[]> days = days(values);
        boolean whole = days.stream().anyMatch(parts -> parts[2].length() == 4);
        if (days.isEmpty() || days.size() < values.all().size() * SOME || !temporal && !whole) {
            return Optional.empty();
        }
        List<Order> possible = new ArrayList<>();
        for (Order order : Order.values()) {
            if (days.stream().allMatch(order::allows)) {
                possible.add(order);
            }
        }
        ColumnGuess date = ColumnGuess.of(column, null, Conversion.DATE, "值是日期，如 " + example(values));
        String said = "年月日的次序说不准，会告警并留空；请问清后在作业中写明 order: ymd、dmy 或 mdy，或请数源写四位年份在前";
        return Optional.of(best(possible, days)
                .map(order -> date.with(
                        "order",
                        order.name().toLowerCase(java.util.Locale.ROOT),
                        (possible.size() == 1 ? "样本里的值只能是“" : "按样本猜为“") + order.words + "”的次序，请核对 order"))
                .orElseGet(
                        () -> ColumnGuess.of(column, null, Conversion.DATE, "值是日期，如 " + example(values) + "；" + said)));
    }

    private static List<String[]> days(Values values) {
        List<String[]> days = new ArrayList<>();
        for (String value : values.all()) {
            Matcher parts = THREE.matcher(value);
            if (parts.matches()) {
                days.add(new String[] {parts.group(1), parts.group(3), parts.group(4)});
            }
        }
        return days;
    }

    private static String example(Values values) {
        return values.all().stream()
                .filter(value -> THREE.matcher(value).matches())
                .findFirst()
                .orElse("");
    }

    /** The only one, or year first where nothing but a year or a day can stand there and the years are no more varied. */
    private static Optional<Order> best(List<Order> possible, List<String[]> days) {
        if (possible.size() == 1) {
            return Optional.of(possible.get(0));
        }
        boolean noMonth = days.stream().anyMatch(parts -> Integer.parseInt(parts[0]) > 12);
        boolean fewYears = possible.stream().allMatch(order -> years(Order.YMD, days) <= years(order, days));
        return possible.contains(Order.YMD) && noMonth && fewYears ? Optional.of(Order.YMD) : Optional.empty();
    }

    private static int years(Order order, List<String[]> days) {
        Set<Integer> years = new HashSet<>();
        days.forEach(parts -> years.add(order.year(parts)));
        return years.size();
    }
}

package io.hourshare.trace;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Departments;
import io.hourshare.contract.Feed;
import io.hourshare.kernel.HourWindow;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * How often departments' hours were published within their promise (及时率). An hour counts once its promise has run out;
 * the first load, hours before it and waived hours do not.
 */
@Component
public final class Timeliness {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Catalogue catalogue;
    private final Departments departments;
    private final BatchTraces traces;
    private final Clock clock;

    Timeliness(Catalogue catalogue, BatchTraces traces, Clock clock) {
        this.catalogue = catalogue;
        this.departments = new Departments(catalogue);
        this.traces = traces;
        this.clock = clock;
    }

    /**
     * A department in a period.
     *
     * @param period first day
     * @param late published, but after the promise
     * @param missing not published at all
     * @param rate on time of due, in percent with one decimal; null where nothing was due
     */
    public record Line(
            String department,
            String title,
            LocalDate period,
            long due,
            @JsonProperty("on_time") long onTime,
            long late,
            long missing) {

        @JsonProperty("rate")
        public @org.jspecify.annotations.Nullable Double rate() {
            return due == 0 ? null : Math.round(1000.0 * onTime / due) / 10.0;
        }
    }

    /** What became of one hour. */
    private enum Outcome {
        ON_TIME,
        LATE,
        MISSING
    }

    /** Lines of the newest periods, the newest first, departments in order. */
    public List<Line> of(TimeUnit unit, int periods) {
        LocalDate newest = unit.start(LocalDate.ofInstant(clock.instant(), CHINA));
        LocalDate oldest = unit.back(newest, periods - 1);
        Map<LocalDate, Map<String, List<Outcome>>> outcomes = new TreeMap<>(java.util.Comparator.reverseOrder());
        for (Feed feed : catalogue.feeds()) {
            addHours(outcomes, feed, unit, oldest);
        }
        List<Line> lines = new ArrayList<>();
        outcomes.forEach((period, byDepartment) ->
                byDepartment.forEach((department, hours) -> lines.add(line(department, period, hours))));
        return lines;
    }

    private void addHours(
            Map<LocalDate, Map<String, List<Outcome>>> outcomes, Feed feed, TimeUnit unit, LocalDate oldest) {
        Map<HourWindow, BatchTrace> known =
                traces.of(feed.id()).stream().collect(Collectors.toMap(BatchTrace::window, Function.identity()));
        HourWindow from = HourWindow.containing(oldest.atStartOfDay(CHINA).toInstant());
        HourWindow first = known.values().stream()
                .filter(trace -> trace.landedAt() != null)
                .map(BatchTrace::window)
                .min(HourWindow::compareTo)
                .map(HourWindow::next)
                .orElse(null);
        Instant now = clock.instant();
        HourWindow window = first == null || first.compareTo(from) < 0 ? from : first;
        while (first != null && !deadline(feed, window).isAfter(now)) {
            if (!traces.isWaived(feed.id(), window)) {
                LocalDate period = unit.start(LocalDate.ofInstant(window.start(), CHINA));
                outcomes.computeIfAbsent(period, absent -> new TreeMap<>())
                        .computeIfAbsent(feed.id().department(), absent -> new ArrayList<>())
                        .add(outcome(known.get(window), deadline(feed, window)));
            }
            window = window.next();
        }
    }

    private static Instant deadline(Feed feed, HourWindow window) {
        return window.end().plus(feed.contract().promise());
    }

    private static Outcome outcome(@org.jspecify.annotations.Nullable BatchTrace trace, Instant deadline) {
        Instant published = trace == null ? null : trace.publishedAt();
        if (published == null) {
            return Outcome.MISSING;
        }
        return published.isAfter(deadline) ? Outcome.LATE : Outcome.ON_TIME;
    }

    private Line line(String department, LocalDate period, List<Outcome> hours) {
        return new Line(
                department,
                departments.title(department),
                period,
                hours.size(),
                count(hours, Outcome.ON_TIME),
                count(hours, Outcome.LATE),
                count(hours, Outcome.MISSING));
    }

    private static long count(List<Outcome> hours, Outcome wanted) {
        return hours.stream().filter(wanted::equals).count();
    }
}

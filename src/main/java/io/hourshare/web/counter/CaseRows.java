package io.hourshare.web.counter;

import io.hourshare.ledger.CaseView;
import io.hourshare.ledger.ClockReading;
import io.hourshare.web.ShownTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Cases as the counter's and the console's pages list them. */
public final class CaseRows {

    private CaseRows() {}

    /**
     * One case.
     *
     * @param about what is doubted or asked
     * @param clock what its clock shows; empty where it has none
     */
    public record Row(
            String id,
            String enterprise,
            String enterpriseName,
            String department,
            String about,
            String detail,
            String state,
            boolean open,
            String opened,
            String by,
            String reason,
            String clock,
            boolean late) {}

    public static List<Row> of(List<CaseView> cases, Instant now) {
        return cases.stream().map(one -> row(one, now)).toList();
    }

    private static Row row(CaseView one, Instant now) {
        ClockReading clock = one.clocks().isEmpty() ? null : one.clocks().get(0);
        return new Row(
                one.id(),
                detail(one, "enterprise"),
                detail(one, "enterprise_name"),
                detail(one, "department"),
                first(detail(one, "item"), detail(one, "field_title"), detail(one, "field")),
                first(detail(one, "question"), detail(one, "expected"), ""),
                one.stateTitle(),
                one.open(),
                ShownTime.minute(one.openedAt()),
                one.openedBy(),
                one.events().get(0).reason(),
                clock == null ? "" : shown(clock, now),
                clock != null
                        && (clock.standing() == ClockReading.Standing.OVERDUE
                                || clock.standing() == ClockReading.Standing.LATE));
    }

    private static String shown(ClockReading clock, Instant now) {
        Instant due = clock.dueAt();
        if (due == null) {
            return clock.standing().title();
        }
        Duration left = Duration.between(now, due);
        String span = spoken(left.abs());
        return left.isNegative() ? "已逾期 " + span : "还有 " + span;
    }

    private static String spoken(Duration time) {
        long minutes = time.toMinutes();
        if (minutes < 120) {
            return minutes + " 分";
        }
        return minutes < 2880 ? minutes / 60 + " 时" : minutes / 1440 + " 天";
    }

    private static String first(String one, String other, String last) {
        return !one.isEmpty() ? one : !other.isEmpty() ? other : last;
    }

    private static String detail(CaseView one, String name) {
        return one.details().getOrDefault(name, "");
    }
}

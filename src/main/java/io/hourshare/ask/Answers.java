package io.hourshare.ask;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Departments;
import io.hourshare.ledger.CaseDesk;
import io.hourshare.ledger.CaseQuery;
import io.hourshare.ledger.CaseView;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers of departments about an enterprise, as values. */
@Component
public final class Answers {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final String ANSWERED = "ANSWERED";

    private final CaseDesk desk;
    private final Departments departments;
    private final Clock clock;

    Answers(CaseDesk desk, Catalogue catalogue, Clock clock) {
        this.desk = desk;
        this.departments = new Departments(catalogue);
        this.clock = clock;
    }

    /** Answers about the enterprise, the newest first; those that are no longer valid say so. */
    public List<AnsweredValue> of(String enterprise) {
        CaseQuery answered = new CaseQuery(QuestionIntake.LEDGER, false, ANSWERED, Map.of("enterprise", enterprise));
        return desk.list(answered, null).stream().map(this::value).toList();
    }

    /** Questions about the enterprise that wait for an answer. */
    public List<CaseView> waiting(String enterprise) {
        return desk.list(CaseQuery.open(QuestionIntake.LEDGER, Map.of("enterprise", enterprise)), null);
    }

    private AnsweredValue value(CaseView one) {
        Map<String, String> details = one.details();
        CaseView.Step answer = one.events().get(one.events().size() - 1);
        String department = details.getOrDefault("department", "");
        LocalDate until = day(details.getOrDefault("valid_until", ""));
        LocalDate today = LocalDate.ofInstant(clock.instant(), CHINA);
        // A day that cannot be read must not make an answer last for ever: it is good for the day it came on.
        LocalDate last = until == null ? LocalDate.ofInstant(answer.at(), CHINA) : until;
        return new AnsweredValue(
                details.getOrDefault("item", ""),
                details.getOrDefault("value", ""),
                department,
                departments.title(department),
                one.id(),
                answer.actor(),
                answer.at(),
                until,
                !today.isAfter(last));
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}

package io.hourshare.web;

import io.hourshare.kernel.HourWindow;
import io.hourshare.operate.run.RunAction;
import io.hourshare.operate.run.RunState;
import io.hourshare.operate.run.RunVerb;
import io.hourshare.operate.run.RunView;
import io.hourshare.operate.slot.RunStep;
import io.hourshare.operate.slot.SlotWords;
import io.hourshare.web.RunPage.Button;
import io.hourshare.web.RunPage.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Runs in the words of people: feeds by their titles, hours as the clock on the wall shows them. */
@Component
class RunPages {

    private static final Map<String, String> LOOKS =
            Map.of("DONE", "live", "PARTIAL", "disputed", "STOPPED", "disputed", "FAILED", "gone");

    private final FeedTitles titles;
    private final Clock clock;

    RunPages(FeedTitles titles, Clock clock) {
        this.titles = titles;
        this.clock = clock;
    }

    RunPage page(RunView run) {
        boolean live = run.endedAt() == null && RunState.valueOf(run.state()) != RunState.INTERRUPTED;
        return new RunPage(
                run.id(),
                RunVerb.valueOf(run.verb().toUpperCase(Locale.ROOT)).label(),
                RunState.valueOf(run.state()).label(),
                LOOKS.getOrDefault(run.state(), "quietly"),
                run.feeds().isEmpty()
                        ? "全部"
                        : run.feeds().stream().map(titles::of).collect(Collectors.joining("、")),
                run.from().equals(run.to())
                        ? ShownTime.window(run.from())
                        : ShownTime.window(run.from()) + " 至 " + ShownTime.window(run.to()),
                run.actor(),
                run.reason(),
                ShownTime.minute(run.requestedAt()),
                ShownTime.minute(run.endedAt()),
                live || run.endedAt() != null ? took(since(run.since(), run.endedAt())) : "",
                run.steps().isEmpty() ? "" : took(covered(run.steps())),
                run.detail(),
                run.endedAt() == null,
                live,
                run.steps().stream().map(this::step).toList(),
                run.left().stream().map(this::slot).toList(),
                Arrays.stream(RunAction.values())
                        .map(action -> button(action, run))
                        .toList());
    }

    /** A slot that the run names {@code feed@window}. */
    private String slot(String slot) {
        int at = slot.lastIndexOf('@');
        return at < 0
                ? slot
                : titles.of(slot.substring(0, at)) + " " + ShownTime.hour(HourWindow.parse(slot.substring(at + 1)));
    }

    private static Button button(RunAction action, RunView run) {
        String against = run.blockedActions().stream()
                .filter(blocked -> blocked.action().equals(action.word()))
                .map(RunAction.Blocked::reason)
                .findFirst()
                .orElse("");
        boolean previewed = action != RunAction.STOP && action != RunAction.ABANDON;
        return new Button(action.word(), action.label(), action.explanation(), against, previewed);
    }

    private Step step(RunStep step) {
        String window = step.window();
        return new Step(
                SlotWords.step(step.name()),
                step.feed() == null
                        ? "全部数据源"
                        : titles.of(step.feed()) + (window == null ? "" : " " + ShownTime.window(window)),
                SlotWords.stepState(step.state()),
                LOOKS.getOrDefault(step.state(), "quietly"),
                ShownTime.second(step.startedAt()),
                took(since(step.startedAt(), step.endedAt())),
                SlotWords.counts(step.counts()),
                step.detail());
    }

    /** Time in which at least one step was at work or waiting: what goes on side by side counts once. */
    private Duration covered(List<RunStep> steps) {
        Duration covered = Duration.ZERO;
        Instant reached = Instant.MIN;
        for (RunStep step :
                steps.stream().sorted(Comparator.comparing(RunStep::startedAt)).toList()) {
            Instant end = step.endedAt() == null ? clock.instant() : step.endedAt();
            Instant from = step.startedAt().isAfter(reached) ? step.startedAt() : reached;
            if (end.isAfter(from)) {
                covered = covered.plus(Duration.between(from, end));
                reached = end;
            }
        }
        return covered;
    }

    /** What has not ended goes on until now. */
    private Duration since(Instant begun, @Nullable Instant ended) {
        Duration time = Duration.between(begun, ended == null ? clock.instant() : ended);
        return time.isNegative() ? Duration.ZERO : time;
    }

    private static String took(Duration time) {
        return time.toMillis() < 60_000
                ? "%.1f 秒".formatted(time.toMillis() / 1000.0)
                : time.toMinutes() + " 分 " + time.toSecondsPart() + " 秒";
    }
}

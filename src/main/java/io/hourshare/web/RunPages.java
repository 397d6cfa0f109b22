package io.hourshare.web;

import io.hourshare.kernel.HourWindow;
import io.hourshare.operate.run.RunAction;
import io.hourshare.operate.run.RunState;
import io.hourshare.operate.run.RunVerb;
import io.hourshare.operate.run.RunView;
import io.hourshare.operate.slot.RunStep;
import io.hourshare.web.RunPage.Button;
import io.hourshare.web.RunPage.Step;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Runs in the words of people: feeds by their titles, hours as the clock on the wall shows them. */
@Component
class RunPages {

    private static final Map<String, String> STEP_STATES = Map.of("RUNNING", "运行中", "DONE", "完成", "FAILED", "失败");
    private static final Map<String, String> LOOKS =
            Map.of("DONE", "live", "PARTIAL", "disputed", "STOPPED", "disputed", "FAILED", "gone");
    private static final Map<String, String> STEPS = Map.of(
            "pull",
            "拉取",
            "normalize",
            "入库",
            "adopt",
            "采纳",
            "resolve",
            "识别",
            "quality",
            "质量",
            "merge",
            "归并",
            "publish",
            "发布");
    private static final Map<String, String> COUNTS = Map.of(
            "received",
            "收到",
            "accepted",
            "入库",
            "quarantined",
            "退回",
            "duplicates",
            "重复",
            "dropped",
            "剔除",
            "deletions",
            "删除",
            "warnings",
            "提醒",
            "objects",
            "文件");

    private final FeedTitles titles;

    RunPages(FeedTitles titles) {
        this.titles = titles;
    }

    RunPage page(RunView run) {
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
                run.endedAt() == null ? "" : took(Duration.between(run.requestedAt(), run.endedAt())),
                run.detail(),
                run.endedAt() == null,
                run.endedAt() == null && RunState.valueOf(run.state()) != RunState.INTERRUPTED,
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
        return new Button(action.word(), action.label(), action.explanation(), against);
    }

    private Step step(RunStep step) {
        String window = step.window();
        return new Step(
                STEPS.getOrDefault(step.name(), step.name()),
                step.feed() == null
                        ? "全部数据源"
                        : titles.of(step.feed()) + (window == null ? "" : " " + ShownTime.window(window)),
                STEP_STATES.getOrDefault(step.state(), step.state()),
                LOOKS.getOrDefault(step.state(), "quietly"),
                ShownTime.second(step.startedAt()),
                step.endedAt() == null ? "" : took(Duration.between(step.startedAt(), step.endedAt())),
                step.counts().entrySet().stream()
                        .filter(count -> count.getValue() > 0)
                        .sorted(Map.Entry.comparingByKey())
                        .map(count -> COUNTS.getOrDefault(count.getKey(), count.getKey()) + " " + count.getValue())
                        .collect(Collectors.joining("，")),
                step.detail());
    }

    private static String took(Duration time) {
        return time.toMillis() < 60_000
                ? "%.1f 秒".formatted(time.toMillis() / 1000.0)
                : time.toMinutes() + " 分 " + time.toSecondsPart() + " 秒";
    }
}

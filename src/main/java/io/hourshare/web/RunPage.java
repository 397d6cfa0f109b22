package io.hourshare.web;

import io.hourshare.operate.run.RunAction;
import io.hourshare.operate.run.RunState;
import io.hourshare.operate.run.RunVerb;
import io.hourshare.operate.run.RunView;
import io.hourshare.operate.slot.RunStep;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A run as its page shows it. */
public record RunPage(
        String id,
        String verb,
        String state,
        String look,
        String feeds,
        String hours,
        String actor,
        String reason,
        String requested,
        String ended,
        String detail,
        boolean open,
        List<Step> steps,
        List<String> left,
        List<Button> buttons) {

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

    /** One step with its time. */
    public record Step(
            String name,
            String slot,
            String state,
            String look,
            String started,
            String took,
            String counts,
            String detail) {}

    /** An action; {@code against} says why it is impossible now, and is empty where it is possible. */
    public record Button(String word, String label, String explanation, String against) {}

    static RunPage of(RunView run) {
        return new RunPage(
                run.id(),
                RunVerb.valueOf(run.verb().toUpperCase(Locale.ROOT)).label(),
                RunState.valueOf(run.state()).label(),
                LOOKS.getOrDefault(run.state(), "quietly"),
                run.feeds().isEmpty() ? "全部" : String.join("、", run.feeds()),
                run.from().equals(run.to())
                        ? ShownTime.window(run.from())
                        : ShownTime.window(run.from()) + " 至 " + ShownTime.window(run.to()),
                run.actor(),
                run.reason(),
                ShownTime.minute(run.requestedAt()),
                ShownTime.minute(run.endedAt()),
                run.detail(),
                run.endedAt() == null,
                run.steps().stream().map(RunPage::step).toList(),
                run.left(),
                Arrays.stream(RunAction.values())
                        .map(action -> button(action, run))
                        .toList());
    }

    private static Button button(RunAction action, RunView run) {
        String against = run.blockedActions().stream()
                .filter(blocked -> blocked.action().equals(action.word()))
                .map(RunAction.Blocked::reason)
                .findFirst()
                .orElse("");
        return new Button(action.word(), action.label(), action.explanation(), against);
    }

    private static Step step(RunStep step) {
        String feed = step.feed();
        return new Step(
                STEPS.getOrDefault(step.name(), step.name()),
                feed == null ? "全部数据源" : step.window() == null ? feed : feed + " " + ShownTime.window(step.window()),
                STEP_STATES.getOrDefault(step.state(), step.state()),
                LOOKS.getOrDefault(step.state(), "quietly"),
                ShownTime.minute(step.startedAt()),
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

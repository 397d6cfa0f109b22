package io.hourshare.operate.command.run;

import io.hourshare.operate.command.terminal.ExitCode;
import io.hourshare.operate.command.terminal.TextTable;
import io.hourshare.operate.run.RunState;
import io.hourshare.operate.run.RunVerb;
import io.hourshare.operate.slot.SlotWords;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A run in the terminal: steps, and what can be done with it. */
final class RunTable {

    private static final int SHOWN = 10;

    private RunTable() {}

    static String text(JsonNode run) {
        TextTable steps = new TextTable("步骤", "数据源", "时段", "状态", "用时(秒)", "计数", "说明");
        run.path("steps")
                .forEach(step -> steps.row(
                        SlotWords.step(step.path("name").asString()),
                        step.path("feed").asString("-"),
                        step.path("window").asString("-"),
                        SlotWords.stepState(step.path("state").asString()),
                        seconds(step),
                        SlotWords.counts(counts(step.path("counts"))),
                        step.path("detail").asString()));
        StringBuilder text = new StringBuilder(run.path("id").asString() + " " + verb(run) + " " + state(run) + " "
                + run.path("detail").asString() + "\n" + steps.text());
        List<String> left =
                run.path("left").valueStream().map(JsonNode::asString).toList();
        if (!left.isEmpty()) {
            text.append("没有做完 ")
                    .append(left.size())
                    .append(" 个时段：")
                    .append(some(left))
                    .append('\n');
        }
        text.append("可用动作：");
        run.path("allowedActions")
                .forEach(action -> text.append(action.asString()).append(' '));
        text.append('\n');
        run.path("blockedActions")
                .forEach(blocked -> text.append("不可用 ")
                        .append(blocked.path("action").asString())
                        .append("：")
                        .append(blocked.path("reason").asString())
                        .append("（")
                        .append(blocked.path("code").asString())
                        .append("）\n"));
        return text.toString();
    }

    static String list(JsonNode runs) {
        TextTable table = new TextTable("编号", "做什么", "状态", "时段数", "从", "到", "谁", "事由", "结果");
        runs.path("items")
                .forEach(run -> table.row(
                        run.path("id").asString(),
                        verb(run),
                        state(run),
                        run.path("slots").asString(),
                        run.path("from").asString(),
                        run.path("to").asString(),
                        run.path("actor").asString(),
                        run.path("reason").asString(),
                        run.path("detail").asString()));
        return table.text();
    }

    private static String verb(JsonNode run) {
        return RunVerb.valueOf(run.path("verb").asString().toUpperCase(Locale.ROOT))
                .label();
    }

    private static String state(JsonNode run) {
        return RunState.valueOf(run.path("state").asString()).label();
    }

    private static String seconds(JsonNode step) {
        JsonNode ended = step.path("ended_at");
        return ended.isString()
                ? "%.1f"
                        .formatted(Duration.between(
                                                Instant.parse(
                                                        step.path("started_at").asString()),
                                                Instant.parse(ended.asString()))
                                        .toMillis()
                                / 1000.0)
                : "-";
    }

    private static Map<String, Long> counts(JsonNode counts) {
        return counts.propertyStream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, count -> count.getValue().asLong()));
    }

    private static String some(List<String> slots) {
        return String.join(" ", slots.subList(0, Math.min(SHOWN, slots.size()))) + (slots.size() > SHOWN ? " …" : "");
    }

    static int exitCode(JsonNode run) {
        return switch (run.path("state").asString()) {
            case "INTERRUPTED" -> ExitCode.COULD_NOT;
            case "PARTIAL", "FAILED", "STOPPED" -> ExitCode.WARNING;
            default -> ExitCode.OK;
        };
    }
}

package io.hourshare.operate.command.run;

import io.hourshare.operate.command.terminal.ExitCode;
import io.hourshare.operate.command.terminal.TextTable;
import tools.jackson.databind.JsonNode;

/** A run in the terminal: steps, and what can be done with it. */
final class RunTable {

    private RunTable() {}

    static String text(JsonNode run) {
        TextTable steps = new TextTable("步骤", "数据源", "时段", "状态", "计数", "说明");
        run.path("steps")
                .forEach(step -> steps.row(
                        step.path("name").asString(),
                        step.path("feed").asString("-"),
                        step.path("window").asString("-"),
                        step.path("state").asString(),
                        step.path("counts").toString(),
                        step.path("detail").asString()));
        StringBuilder text = new StringBuilder(run.path("id").asString() + " "
                + run.path("state").asString() + " " + run.path("detail").asString() + "\n" + steps.text());
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
                        run.path("verb").asString(),
                        run.path("state").asString(),
                        run.path("slots").asString(),
                        run.path("from").asString(),
                        run.path("to").asString(),
                        run.path("actor").asString(),
                        run.path("reason").asString(),
                        run.path("detail").asString()));
        return table.text();
    }

    static int exitCode(JsonNode run) {
        return switch (run.path("state").asString()) {
            case "DONE", "ABANDONED", "STOPPED", "STOPPING" -> ExitCode.OK;
            case "PARTIAL" -> ExitCode.WARNING;
            default -> ExitCode.COULD_NOT;
        };
    }
}

package io.hourshare.operate.command.run;

import io.hourshare.operate.command.terminal.TextTable;
import io.hourshare.operate.slot.SlotWords;
import tools.jackson.databind.JsonNode;

/** A dry run in the terminal: every slot that would be touched. */
final class PlanTable {

    private PlanTable() {}

    static String text(JsonNode plan) {
        TextTable slots = new TextTable("数据源", "时段", "现状", "读取文件", "已知行数");
        plan.path("slots")
                .forEach(slot -> slots.row(
                        slot.path("feed").asString(),
                        slot.path("window").asString(),
                        SlotWords.state(slot.path("state").asString()),
                        slot.path("reads").size(),
                        slot.path("rows").asString("-")));
        StringBuilder text = new StringBuilder("预演 " + plan.path("plan").asString() + "：会动到 "
                + plan.path("slots").size() + " 个时段，其余不动\n" + slots.text());
        plan.path("left_out")
                .forEachEntry((reason, count) -> text.append("不动 ")
                        .append(count.asString())
                        .append(" 个时段：")
                        .append(reason)
                        .append('\n'));
        if (!plan.path("downstream").isEmpty()) {
            text.append("有时段完成后，识别、归并与发布各做一次\n");
        }
        return text.toString();
    }
}

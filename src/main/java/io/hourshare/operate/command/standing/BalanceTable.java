package io.hourshare.operate.command.standing;

import io.hourshare.operate.command.terminal.TextTable;
import io.hourshare.operate.slot.SlotWords;
import tools.jackson.databind.JsonNode;

/** A balance sheet for a terminal. */
public final class BalanceTable {

    private BalanceTable() {}

    /** @param items lines as the REST interface gives them */
    public static TextTable of(JsonNode items) {
        TextTable table = new TextTable(
                "数据源", "名称", "状态", "声明", "收到", "入库", "新增", "变更", "未变", "被取代", "退回", "无法切分", "重复", "剔除", "用时(秒)", "平衡",
                "说明");
        items.forEach(line -> table.row(
                line.path("feed").asString(),
                line.path("title").asString(),
                SlotWords.state(line.path("state").asString()),
                line.path("declared").asString("-"),
                line.path("received").asString(),
                line.path("accepted").asString(),
                line.path("new").asString(),
                line.path("changed").asString(),
                line.path("unchanged").asString(),
                line.path("superseded").asString(),
                line.path("quarantined").asString(),
                line.path("unframeable").asString(),
                line.path("duplicates").asString(),
                line.path("dropped").asString(),
                String.format("%.1f", line.path("elapsed_millis").asLong() / 1000.0),
                line.path("balanced").isBoolean() ? line.path("balanced").asBoolean() ? "是" : "否" : "-",
                line.path("detail").asString()));
        return table;
    }
}

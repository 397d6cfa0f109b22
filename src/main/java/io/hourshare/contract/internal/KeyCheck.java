package io.hourshare.contract.internal;

import io.hourshare.contract.DeletionRule;
import io.hourshare.contract.FeedContract;
import io.hourshare.contract.FeedMode;
import io.hourshare.contract.SourceField;
import java.util.List;

/** What a contract says of keys, deletion and mode that cannot go together. */
final class KeyCheck {

    private final Problems problems;

    KeyCheck(Problems problems) {
        this.problems = problems;
    }

    void check(FeedContract contract, YamlNode root) {
        List<YamlNode> tables = root.get("schema").items();
        for (YamlNode field :
                tables.isEmpty() ? tables : tables.get(0).get("properties").items()) {
            field.get("customProperties").items().stream()
                    .filter(own -> own.get("property").text().equals("keyInstead"))
                    .forEach(own -> instead(contract, field, own.get("value")));
        }
        if (contract.deletion() == DeletionRule.ABSENCE && contract.mode() != FeedMode.FULL) {
            problems.error(
                    value(root, "deletionRule"),
                    "MODE_CONTRADICTS",
                    "deletionRule 是 absence（全量中消失即删），而 mode 不是 full：没有报的记录会被当作已删除",
                    "每次报送整份清单的写 mode: full；只报变化的写 deletionRule: flag 或 none");
        }
    }

    private void instead(FeedContract contract, YamlNode field, YamlNode names) {
        if (!field.get("primaryKey").flag(false)) {
            problems.error(
                    names,
                    "KEY_INSTEAD_UNUSED",
                    "字段 '" + field.get("name").text() + "' 不是主键，keyInstead 不起作用",
                    "标上 primaryKey: true，或删去 keyInstead");
        }
        List<String> known = contract.fields().stream().map(SourceField::name).toList();
        names.items().stream()
                .filter(name -> !known.contains(name.text()))
                .forEach(name -> problems.error(
                        name,
                        "SOURCE_UNKNOWN",
                        "契约里没有源字段 '" + name.text() + "'",
                        "改为契约中的字段：" + Suggestions.nearest(name.text(), known) + "；或先在契约中登记它"));
    }

    private static YamlNode value(YamlNode root, String property) {
        return root.get("customProperties").items().stream()
                .filter(own -> own.get("property").text().equals(property))
                .map(own -> own.get("value"))
                .findFirst()
                .orElse(root);
    }
}

package io.hourshare.web.people;

import io.hourshare.access.ReadLog;
import io.hourshare.access.Role;
import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Feed;
import io.hourshare.ledger.LedgerKind;
import io.hourshare.ledger.LedgerKinds;
import io.hourshare.operate.run.RunAction;
import io.hourshare.operate.run.RunVerb;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells in Chinese what an act was about: names of fields, kinds, states and feeds as people know them. */
final class DeedWords {

    /** A digest's first characters tell it apart for people; programs get the whole of it. */
    private static final Pattern DIGEST = Pattern.compile("\\b([0-9a-f]{8})[0-9a-f]{56}\\b");

    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("run", "运行"),
            Map.entry("feeds", "数据源"),
            Map.entry("feed", "数据源"),
            Map.entry("from", "从"),
            Map.entry("to", "到"),
            Map.entry("window", "时段"),
            Map.entry("slots", "时段"),
            Map.entry("options", "选项"),
            Map.entry("sequence", "快照"),
            Map.entry("withdrawn", "撤下的快照"),
            Map.entry("id", "编号"),
            Map.entry("state", "状态"),
            Map.entry("details", "内容"),
            Map.entry("objects", "原始文件"),
            Map.entry("files", "文件"),
            Map.entry("file", "文件"),
            Map.entry("decision", "裁定"),
            Map.entry("name", "名称"),
            Map.entry("region", "区划"),
            Map.entry("recordKey", "记录"),
            Map.entry("number", "号码"),
            Map.entry("enterpriseId", "企业"),
            Map.entry("until", "直到"),
            Map.entry("delivery", "报送"),
            Map.entry("hold", "扣留原因"),
            Map.entry("accepted", "受理"),
            Map.entry("idempotencyKey", "防重标记"));

    private final Map<String, String> values = new TreeMap<>(Map.ofEntries(
            Map.entry("ADDED", "新增"),
            Map.entry("ROLE", "改角色为"),
            Map.entry("PASSWORD_RESET", "重设密码"),
            Map.entry("PASSWORD_CHANGED", "自行修改密码"),
            Map.entry("SUSPENDED", "停用"),
            Map.entry("READMITTED", "恢复"),
            Map.entry("SAME", "相同"),
            Map.entry("DIFFERENT", "不同"),
            Map.entry("ALIAS", "别名"),
            Map.entry("VOID_NUMBER", "作废代码"),
            Map.entry("true", "是"),
            Map.entry("false", "否")));

    DeedWords(Catalogue catalogue, LedgerKinds ledgers) {
        for (Feed feed : catalogue.feeds()) {
            values.put(feed.id().toString(), feed.contract().title() + "（" + feed.id() + "）");
        }
        for (ReadLog.Reading reading : ReadLog.Reading.values()) {
            values.put(reading.name(), reading.title());
        }
        for (Role role : Role.values()) {
            values.put(role.name(), role.title());
        }
        for (RunAction action : RunAction.values()) {
            values.put(action.name(), action.label());
        }
        for (RunVerb verb : RunVerb.values()) {
            values.put(verb.name(), verb.label());
        }
        for (LedgerKind kind : ledgers.all()) {
            values.put(kind.ledger(), kind.title());
            kind.fields().forEach(field -> values.put(field.name(), field.title()));
            kind.states().forEach(state -> values.put(state.name(), state.title()));
            kind.actions().forEach(action -> values.put(action.name(), action.title()));
        }
    }

    /** A sentence's parts, without fields that say nothing. */
    List<String> tell(Map<String, String> fields) {
        List<String> told = new ArrayList<>();
        fields.forEach((field, value) -> {
            if (!value.isEmpty()) {
                String label = FIELDS.getOrDefault(field, "");
                told.add(label.isEmpty() ? word(value) : label + "：" + word(value));
            }
        });
        return told;
    }

    private String word(String value) {
        return Arrays.stream(value.split("、")).map(this::part).collect(Collectors.joining("、"));
    }

    /** A value, or one that bears its name: {@code department=tax}. */
    private String part(String part) {
        int named = part.indexOf('=');
        String name = named < 0 ? "" : values.getOrDefault(part.substring(0, named), part.substring(0, named)) + " ";
        String value = part.substring(named + 1);
        return name + DIGEST.matcher(values.getOrDefault(value, value)).replaceAll("$1");
    }
}

package io.hourshare.operate.slot;

import java.util.Map;
import java.util.stream.Collectors;

/** What people call the states, steps and counts that the interface names by codes; pages and terminal alike. */
public final class SlotWords {

    private static final Map<String, String> STATES =
            Map.of("DONE", "已入库", "DUE", "未取数", "LANDED", "待入库", "HELD", "待处理", "FAILED", "失败", "WAIVED", "免报");

    private static final Map<String, String> STEP_STATES = Map.of("RUNNING", "运行中", "DONE", "完成", "FAILED", "失败");

    private static final Map<String, String> STEPS = Map.of(
            "queue",
            "等待",
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

    private static final Map<String, String> COUNTS = Map.ofEntries(
            Map.entry("received", "收到"),
            Map.entry("accepted", "入库"),
            Map.entry("quarantined", "退回"),
            Map.entry("duplicates", "重复"),
            Map.entry("dropped", "剔除"),
            Map.entry("deletions", "删除"),
            Map.entry("warnings", "提醒"),
            Map.entry("objects", "文件"),
            Map.entry("rules", "规则"),
            Map.entry("sequence", "快照"),
            Map.entry("er_assignment", "归属的记录"),
            Map.entry("er_entity", "企业"),
            Map.entry("er_event", "身份变动"),
            Map.entry("er_review", "待判定"),
            Map.entry("er_unresolved", "认不出的记录"),
            Map.entry("claim", "取值"),
            Map.entry("conflict", "不一致"));

    private SlotWords() {}

    /** @param code state of a feed's window */
    public static String state(String code) {
        return STATES.getOrDefault(code, code);
    }

    /** By code, for a page that looks many up. */
    public static Map<String, String> states() {
        return STATES;
    }

    public static String step(String name) {
        return STEPS.getOrDefault(name, name);
    }

    public static String stepState(String code) {
        return STEP_STATES.getOrDefault(code, code);
    }

    /** Counts of a step in one line; what is nought, or has no word that people use, is left out. */
    public static String counts(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .filter(count -> count.getValue() > 0 && COUNTS.containsKey(count.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .map(count -> COUNTS.get(count.getKey()) + " " + count.getValue())
                .collect(Collectors.joining("，"));
    }
}

package io.hourshare.web.console;

import java.util.Map;

/** What the codes for which a delivery waits are called. */
final class HoldWords {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("SCHEMA_DRIFT", "结构变化"),
            Map.entry("QUARANTINE_TOLERANCE", "退回过多"),
            Map.entry("MASS_VANISH", "大量消失"),
            Map.entry("INCREMENT_AS_FULL", "增量当作全量"),
            Map.entry("FULL_AS_INCREMENT", "全量当作增量"),
            Map.entry("DECLARED_TOTAL", "数量不符"),
            Map.entry("IMBALANCE", "收支不平"),
            Map.entry("VOLUME_ZERO", "突然为零"),
            Map.entry("VOLUME_RISE", "数量突增"),
            Map.entry("VOLUME_DROP", "数量突降"),
            Map.entry("VOLUME_REPEAT", "原样重复"));

    private HoldWords() {}

    static String of(String code) {
        return WORDS.getOrDefault(code, "待处理");
    }
}

package io.hourshare.web.console;

import java.util.Map;

/** What the codes for which a delivery waits are called. */
final class HoldWords {

    private static final Map<String, String> WORDS = Map.of(
            "SCHEMA_DRIFT", "结构变化",
            "QUARANTINE_TOLERANCE", "退回过多",
            "MASS_VANISH", "大量消失",
            "INCREMENT_AS_FULL", "增量当作全量",
            "DECLARED_TOTAL", "数量不符",
            "VOLUME_ZERO", "突然为零",
            "VOLUME_RISE", "数量突增",
            "VOLUME_DROP", "数量突降",
            "VOLUME_REPEAT", "原样重复");

    private HoldWords() {}

    static String of(String code) {
        return WORDS.getOrDefault(code, "待处理");
    }
}

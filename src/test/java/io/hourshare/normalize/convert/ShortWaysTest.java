package io.hourshare.normalize.convert;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.LogicalType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A short way may give up, but never differ: random texts between the usual and the dirty are read both ways. */
class ShortWaysTest {

    private static final Rules RULES = new Rules(new Tokens("test key".getBytes(StandardCharsets.UTF_8)));
    private static final int TEXTS = 60_000;
    private static final List<String> PIECES = List.of(
            "平湖",
            "科技",
            "有限公司",
            "（",
            "）",
            "(",
            ")",
            "章",
            "盖章",
            "Ａ",
            "Ｂ９",
            "ab",
            "Z",
            " ",
            "　",
            "\u00a0",
            "\u200b",
            "\ufeff",
            "\n",
            "\r\n",
            "\t",
            "、",
            "。",
            "，",
            ",",
            ";",
            "：",
            ":",
            "-",
            "—",
            "…",
            "“",
            "·",
            "*",
            "/",
            "名称：",
            "0",
            "00",
            "1",
            "7",
            "12",
            "24",
            "2024",
            "1990",
            "1899",
            "2099",
            "9999",
            "年",
            "月",
            "日",
            ".",
            "+",
            "E",
            "元",
            "万",
            "𠮷",
            "é",
            "ﬁ",
            "㎡",
            "\u0301",
            "x",
            "X",
            "I",
            "91330482MA28A1B2X",
            "330482",
            "null",
            "NA",
            "无",
            "不公示",
            "和",
            "司");
    private static final List<String> USUAL = List.of(
            "2024-03-05",
            "2024/3/5",
            "2024年3月5日",
            "2023-02-29",
            "1900-01-01",
            "2099-12-31",
            "1899-12-30",
            "2024-03-05 10:11:12",
            "2024-03-01 07:59:59",
            "2024-03-05 24:00:00",
            "1990-07-01 10:00:00",
            "2024-03-05T10:11:12",
            "20240305",
            "45000",
            "0",
            "-1",
            "12",
            "12.",
            ".5",
            "0012.50",
            "3094.000000",
            "12.3456789",
            "123456789012345",
            "1234567890123456789",
            "91330482MA0000007A",
            "330482000012345",
            "王五",
            "平湖市新埭镇创新路1号（自主申报）",
            "浙江某某科技有限公司",
            "2024年 3月5日",
            "长期",
            "2024.3.5日",
            "2024-3-5-",
            "33048200001000000001",
            "330482000010000000",
            "110101199003070017",
            "123456789012345",
            "甲有限公司和乙有限公司",
            "1E5",
            "5E10");

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "name",
                "uscc",
                "reg-no",
                "taxpayer-id",
                "date",
                "timestamp",
                "long-term",
                "integer",
                "decimal",
                "amount",
                "address",
                "person",
                "text"
            })
    void givesWhatTheRuleGives(String as) {
        Rule rule = rule(as);
        Random random = new Random(as.hashCode());
        int taken = 0;
        for (int i = 0; i < TEXTS; i++) {
            String text = text(random);
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            byte[] usual = utf8.length == 0 ? null : rule.usual(utf8);
            if (usual != null) {
                Converted converted = rule.convert(text, Neighbours.NONE);
                assertThat(new String(usual, StandardCharsets.UTF_8))
                        .as("%s of '%s'", as, text)
                        .isEqualTo(converted.text());
                assertThat(converted.reason()).as("%s of '%s'", as, text).isNull();
                taken++;
            }
        }
        assertThat(taken).isPositive();
    }

    @Test
    void leavesNumbersToTheRuleWhereAUnitDecides() {
        Map<String, String> named = Map.of(Neighbours.UNIT, "单位");
        byte[] number = "12".getBytes(StandardCharsets.UTF_8);
        assertThat(RULES.rule(new RuleSetting("amount", LogicalType.NUMBER, named, "万元", "万元", Map.of()))
                        .usual(number))
                .isNull();
        assertThat(RULES.rule(new RuleSetting("amount", LogicalType.NUMBER, Map.of(), "元", "万元", Map.of()))
                        .usual(number))
                .isNull();
        assertThat(RULES.rule(new RuleSetting("amount", LogicalType.NUMBER, Map.of(), "万元", "万元", Map.of()))
                        .usual(number))
                .isEqualTo("12.000000".getBytes(StandardCharsets.UTF_8));
    }

    private static Rule rule(String as) {
        return RULES.rule(new RuleSetting(as, LogicalType.STRING, Map.of(), null, null, Map.of()));
    }

    /** A usual text as it is, with a character changed, between pieces, or pieces alone. */
    private static String text(Random random) {
        String usual = USUAL.get(random.nextInt(USUAL.size()));
        return switch (random.nextInt(4)) {
            case 0 -> usual;
            case 1 -> changed(usual, random);
            case 2 -> piece(random) + usual + piece(random);
            default -> piece(random) + piece(random) + piece(random) + piece(random);
        };
    }

    private static String changed(String usual, Random random) {
        int at = random.nextInt(usual.length());
        return usual.substring(0, at) + (char) ('0' + random.nextInt(10)) + usual.substring(at + random.nextInt(2));
    }

    private static String piece(Random random) {
        return random.nextInt(3) == 0 ? "" : PIECES.get(random.nextInt(PIECES.size()));
    }
}

package io.hourshare.web.display;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.normalize.fault.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhrasesTest {

    private final Phrases english = new Phrases("/messages_en.properties", "/reasons_en.properties");

    @ParameterizedTest
    @CsvSource({
        "提示事项, Points to note",
        "'入库 12，收到 13，退回 1', 'accepted 12, received 13, returned 1'",
        "'归属的记录 40，认不出的记录 2，身份变动 7', 'records placed 40, records not placed 2, identity events 7'",
        "部门间不一致 2 项, Departments differ on 2 items",
        "最近 24 小时, Last 24 hours",
        "长安 的检索结果, Results for 长安",
        "按日, By day",
        "停在“取数”，已 11 时 30 分, stuck at Fetch for 11 h 30 min",
        "张三（窗口人员）, 张三 (clerk)",
        "必填项为空。请补齐该项后重新报送。, a required item is empty; fill it in and deliver again.",
        "统一社会信用代码应为 18 位，现为 17 位, 'A unified code has 18 characters, this has 17'"
    })
    void saysInEnglishWhatPagesSay(String chinese, String other) {
        assertThat(english.of(chinese)).contains(other);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "平湖市长安精密机械有限公司",
                "沈某某",
                "平湖市甲（普通合伙）",
                "甲。乙。",
                "12,500.5 万元",
                "市场主体登记信息 · 2026-11-22 10:05",
                "English",
                ""
            })
    void leavesValuesAndNamesAsTheyAre(String text) {
        assertThat(english.of(text)).isEmpty();
    }

    @Test
    void keepsTheBlanksAroundAPhrase() {
        assertThat(english.of("\n   登录 ")).contains("\n   Sign in ");
    }

    @Test
    void explainsTheFormulaOfFreshness() {
        assertThat(english.of("时龄 = 现在 − 数据截至；发布期限 = 最早未完成时段的结束时间 + 承诺。补来的旧时段不会让数据源变新。未到期：数源自身的周期内没有新数据。"))
                .hasValueSatisfying(text -> assertThat(text).startsWith("Age = now"));
    }

    @Test
    void explainsEveryReasonInEnglish() {
        assertThat(Reason.values())
                .allSatisfy(reason -> assertThat(english.of(reason.explanation() + "。" + reason.remedy() + "。"))
                        .as(reason.name())
                        .isPresent());
    }
}

package io.hourshare.web.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.hourshare.normalize.fault.Reason;
import io.hourshare.pull.session.PullReason;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhrasesTest {

    private final Phrases english =
            new Phrases("/messages_en.properties", "/reasons_en.properties", "/causes_en.properties");

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

    @Test
    void explainsEveryFailedPullInEnglish() {
        assertThat(PullReason.values())
                .allSatisfy(
                        reason -> assertThat(english.of(reason.failure("来源没有应答（SocketTimeoutException：Read timed out）")
                                        .getMessage()))
                                .as(reason.name())
                                .hasValueSatisfying(PhrasesTest::assertNothingChinese));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "来源返回 HTTP 503：busy；来源内部错误，稍后自动重试；持续出现请联系来源部门",
                "第 3 页与前面某页逐字节相同（已重新拉取 2 次）；分页异常：页码重复或游标循环，请联系来源部门",
                "尚未配置 hourshare.source.tax.url，请在应用配置中给出该来源的连接参数；请补齐配置后重试",
                "停在“取数”，已 75 分；来源声明 100 条，实收 99 条；实收与来源声明的总数不符，请联系来源部门",
                "内存不足：Out of Memory；其余数据源照常，系统会自动重试；反复出现请调大 hourshare.engine.memory（数据引擎）或启动参数 -Xmx（程序本身）",
                "内容不是约定的格式：不是 xlsx 文件（landing/park.roster/list.xlsx）",
                "隔离 41 条，占收到 100 条的 41.0%，超过容许的 30.0%；请查看隔离区原因，修正映射后重跑，或请数源部门重新报送",
                "收到 5 条，以往 100 条（-95%）；请核实是否漏报，确认无误请接受该批，否则退回",
                "收到 900 条，同一钟点通常 90 条，增至 10 倍；请核实范围是否变了，确认无误请接受该批，否则退回",
                "数源声明 12 条，实际收到 11 条；请重新拉取，仍不符时请数源部门核对总数",
                "XYDJ：原先 代码都在表内，现在 12% 的记录代码不在代码表内，例如「Q」；PJDF：原先 中位数 90，现在 中位数 9（1/10）。"
                        + "确认后接受这一批；若今后都如此，请修改契约再重跑；否则退回",
                "主要原因：XYDJ，代码不在代码表内 3 条",
                "XYDJ：代码不在代码表内",
                "缺少事由（reason）；请说明为什么要暂停",
                "行数大于 0",
                "组织机构代码 600037341；注册号 330482000012345"
            })
    void explainsCausesInEnglish(String cause) {
        assertThat(english.of(cause)).hasValueSatisfying(PhrasesTest::assertNothingChinese);
    }

    /** As records that were returned are quoted: parts and parts, none with an entry. */
    @Test
    void isSoonDoneWithTextsOfManyParts() {
        String record = "示范县某厂=甲：乙，丙；".repeat(40);

        assertTimeout(
                Duration.ofSeconds(2), () -> assertThat(english.of(record)).isEmpty());
    }

    private static void assertNothingChinese(String text) {
        assertThat(text).doesNotContainPattern("\\p{IsHan}");
    }
}

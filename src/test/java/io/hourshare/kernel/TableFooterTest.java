package io.hourshare.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableFooterTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "制表：王某某",
                "单位负责人：张三",
                "合 计",
                "本页小计：",
                "总计（户）",
                "制表人：王一",
                "填报单位：工信局",
                "审核人",
                "经办人：",
                "负责人：",
                "联系人：李二",
                "统计时间：2026年",
                "报送日期",
                "备注：1. 单位万元",
                "说明：",
                "注1",
                "附注:",
                "单位（盖章）",
                "部门负责人盖章",
                "数据截止日期：2026-10-31",
                "截止日期 2026-10-31",
                "以上数据仅供参考"
            })
    void sumsAndSignaturesAreNoRecords(String first) {
        assertThat(TableFooter.isFooter(List.of(first), 6)).isTrue();
    }

    @Test
    void whatNamesSomebodyIsARecordHoweverItBegins() {
        assertThat(TableFooter.isFooter(List.of("合计利（平湖）有限公司", "91330482MA2BXK7N3H"), 6))
                .isFalse();
        assertThat(TableFooter.isFooter(List.of("数据港科技有限公司", "91330482MA2BXK7N3H"), 6))
                .isFalse();
        assertThat(TableFooter.isFooter(List.of("1", "平湖长江机械有限公司"), 6)).isFalse();
        assertThat(TableFooter.isFooter(List.of(), 6)).isFalse();
    }
}

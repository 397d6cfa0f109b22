package io.hourshare.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.CatalogueReader;
import io.hourshare.contract.CatalogueSource;
import io.hourshare.history.ToldChange;
import io.hourshare.web.PastChanges.Line;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class PastChangesTest {

    private final PastChanges changes =
            new PastChanges(CatalogueReader.read(CatalogueSource.embedded()).catalogue());

    @ParameterizedTest
    @CsvSource({
        "no-access,        无权查看",
        "no-longer-public, 公示已结束，内容不再显示",
        "no-longer-served, 企业已不再单列，名称不再显示",
        "source-ended,     数据源已停止共享，内容不再显示",
        "withdrawn,        该次发布已撤回，内容不再显示",
    })
    void saysWhyAValueIsNotTold(String because, String said) {
        Line line = changes.line(change("record", "penalty", "行政处罚", null, null, because));

        assertThat(line.before()).isEqualTo(said);
        assertThat(line.after()).isEqualTo(said);
    }

    @Test
    void saysCodesByTheirTitlesAndQuantitiesWithTheirUnit() {
        assertThat(changes.line(change("field", "tax_status_code", "纳税人状态", "\"03\"", null, null)))
                .isEqualTo(new Line("2026-11-22 02:00–03:00", "纳税人状态", "正常", "无"));
        assertThat(changes.line(change("field", "reg_capital", "注册资本", "1250.5", "12500", null)))
                .extracting(Line::before, Line::after)
                .containsExactly("1,250.5 万元", "12,500 万元");
    }

    @Test
    void saysARecordAndAnIdentityInWords() {
        String rating = "{\"rating_year\":2024,\"rating\":\"A\",\"uscc\":\"91\"}";
        assertThat(changes.line(change("record", "credit-rating", "纳税信用等级", null, rating, null))
                        .after())
                .isEqualTo("评价年度 2024，信用等级 A 级");
        String merge = "{\"kind\":\"merge\",\"subject\":\"HS-1\",\"other\":\"HS-2\"}";
        assertThat(changes.line(change("identity", "events", null, null, merge, null)))
                .extracting(Line::what, Line::after)
                .containsExactly("企业标识", "企业标识 HS-1 并入 HS-2");
    }

    private static ToldChange change(
            String kind,
            String path,
            @Nullable String title,
            @Nullable String before,
            @Nullable String after,
            @Nullable String because) {
        JsonMapper json = JsonMapper.shared();
        return new ToldChange(
                "1",
                17,
                "2026-11-21T18Z",
                Instant.EPOCH,
                "HS-1",
                kind,
                path,
                title,
                before == null ? null : json.readTree(before),
                after == null ? null : json.readTree(after),
                null,
                null,
                because != null,
                because);
    }
}

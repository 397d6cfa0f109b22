package io.hourshare.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.Feed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Persons among the enterprises of 双公示: dropped whole and counted, by category, number or a bare name. */
class NaturalPersonsTest {

    /** Name, kind, code column, facts. */
    private static final List<List<String>> DROPPED = List.of(
            List.of("诸葛一", "自然人", "", ""),
            List.of("诸葛二", "", "330102199003074255", ""),
            List.of("诸葛三", "法人及非法人组织", "３３０１０２１９９００３０７４２５５", ""),
            List.of("诸葛四", "", "330102900307425", ""),
            List.of("诸葛五", "", "身份证号：330102199003074255", ""),
            List.of("诸葛六", "", "330102********4255", ""),
            List.of("诸葛七", "", "H12345678", ""),
            List.of("诸葛八", "", "E12345678", ""),
            List.of("诸*九", "公民", "", ""),
            List.of("诸葛戊", "", "", ""),
            List.of("张三", "", "", ""),
            List.of("李四、王小五等3人", "法人及非法人组织", "无", ""),
            List.of("买买提·艾力", "", "/", ""),
            List.of("赵某某", "", "", ""),
            List.of("诸葛甲", "个体工商户", "9133048", ""),
            List.of("诸*乙", "", "33010219900307", ""));

    private static final List<List<String>> KEPT = List.of(
            List.of("平湖甲光精密机械有限公司", "", "91330482MA28052394", ""),
            List.of("张小泉", "企业", "91330482MA28052394", ""),
            List.of("平湖商会", "", "", ""),
            List.of("金山粮站", "", "", ""),
            List.of("平湖丙光五金制品厂", "个体工商户", "91330482MA28054744", "业主诸葛十（身份证330102199003074255）未公示"));

    private final Feed feed = NormalizeBench.feed("credit.penalty");

    @TempDir
    private Path folder;

    @Test
    void personsAreDroppedAndCountedAndStandNowhere() {
        List<List<String>> all = new ArrayList<>(DROPPED);
        all.addAll(KEPT);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < all.size(); i++) {
            List<String> one = all.get(i);
            lines.append(i == 0 ? "" : ",")
                    .append(("{\"CF_XDR_MC\":\"%s\",\"CF_XDR_LB\":\"%s\",\"CF_XDR_SHXYM\":\"%s\",\"CF_SY\":\"%s\","
                                    + "\"CF_WSH\":\"平罚〔2026〕%d号\"}")
                            .formatted(one.get(0), one.get(1), one.get(2), one.get(3), i));
        }
        try (NormalizeBench bench = new NormalizeBench(folder)) {
            NormalizedBatch batch = bench.normalize(feed, "page-1.json", "{\"code\":\"0\",\"data\":[" + lines + "]}");

            assertThat(batch.counts().dropped()).isEqualTo(DROPPED.size());
            assertThat(bench.select(batch.records(), "select ent_name from records"))
                    .containsExactlyInAnyOrderElementsOf(
                            KEPT.stream().map(one -> one.get(0)).toList());
            assertThat(batch.quarantine()).isEmpty();
            List<String> written = bench.select(batch.records(), "select to_json(records)::varchar from records");
            assertThat(written)
                    .allSatisfy(row -> assertThat(row)
                            .doesNotContain(
                                    "诸葛一", "诸葛二", "诸葛三", "诸葛四", "诸葛五", "诸葛六", "诸葛七", "诸葛八", "诸葛戊", "张三", "李四", "王小五",
                                    "艾力", "赵某")
                            .doesNotContain("诸葛甲", "诸*", "19900307", "900307425"));
        }
    }
}

package io.hourshare.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.Feed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Persons among the enterprises of 双公示: dropped whole and counted, or at least nowhere by name or number. */
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
            List.of("诸*九", "公民", "", ""));

    private static final List<List<String>> KEPT = List.of(
            List.of("平湖甲光精密机械有限公司", "", "91330482MA28052394", ""),
            List.of("平湖丙光五金制品厂", "个体工商户", "91330482MA28054744", "业主诸葛十（身份证330102199003074255）未公示"));

    /** Nobody can say whose they are: set aside, without name and number. */
    private static final List<List<String>> SET_ASIDE =
            List.of(List.of("诸葛甲", "个体工商户", "9133048", ""), List.of("诸*乙", "", "33010219900307", ""));

    private final Feed feed = NormalizeBench.feed("credit.penalty");

    @TempDir
    private Path folder;

    @Test
    void personsAreDroppedAndCountedAndStandNowhere() {
        List<List<String>> all = new ArrayList<>(DROPPED);
        all.addAll(KEPT);
        all.addAll(SET_ASIDE);
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
            List<String> written =
                    new ArrayList<>(bench.select(batch.records(), "select to_json(records)::varchar from records"));
            written.addAll(bench.select(batch.quarantine(), "select to_json(records)::varchar from records"));
            assertThat(written)
                    .allSatisfy(row -> assertThat(row)
                            .doesNotContain("诸葛一", "诸葛二", "诸葛三", "诸葛四", "诸葛五", "诸葛六", "诸葛七", "诸葛八")
                            .doesNotContain("诸葛甲", "诸*", "19900307", "900307425"));
        }
    }
}

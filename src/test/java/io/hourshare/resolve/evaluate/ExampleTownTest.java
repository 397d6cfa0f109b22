package io.hourshare.resolve.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Survivorship;
import io.hourshare.engine.EngineSettings;
import io.hourshare.kernel.Digest;
import io.hourshare.resolve.IdentityTown;
import io.hourshare.resolve.world.LabelledWorld;
import io.hourshare.resolve.world.NumberMaker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A few hundred invented enterprises through the evaluate command's way: the cases that must never go wrong. */
class ExampleTownTest {

    private static final EngineSettings SETTINGS = new EngineSettings("1GB", 2);

    @TempDir
    Path home;

    private final Evaluation evaluation = new Evaluation(new Catalogue(
            List.of(),
            List.of(),
            Map.of(),
            Map.of("regions", IdentityTown.regions()),
            Map.of("resolve", IdentityTown.models()),
            new Survivorship(Map.of()),
            Digest.of("test")));

    private final Map<String, List<String>> files = new TreeMap<>();
    private int people;

    @BeforeEach
    void found() {
        for (int i = 0; i < 300; i++) {
            String brand = "" + "宏鼎恒瑞永康天嘉东龙明新联丰美润".charAt(i % 16) + "达盛泰祥兴乐成禾洋腾辉创合源".charAt(i / 16 % 14);
            String trade =
                    List.of("电子科技", "机械", "纺织", "食品", "物流", "建筑工程", "塑料制品").get(i % 7);
            market(100 + i, "平湖市" + brand + trade + (i > 223 ? "厂" : "有限公司"), "", "当湖街道人民路" + (i + 1) + "号");
        }
        market(1, "平湖市金石精密机械有限公司", "", "新埭镇创业路1号");
        market(2, "平湖市金石精密机械有限公司嘉善分公司", "", "");
        market(3, "平湖市远航新材料科技有限公司", "平湖市海通贸易有限公司", "乍浦镇滨海路8号");
        market(4, "平湖市海通贸易有限公司", "", "乍浦镇滨海路99号");
        market(5, "平湖市晨曦模具有限公司", "", "钟埭街道科技路5号");
        for (int i = 0; i < 12; i++) {
            market(20 + i, "平湖市" + "甲乙丙丁戊己庚辛壬癸子丑".charAt(i) + "木信息技术有限公司", "", "当湖街道孵化路1号" + (i + 101) + "室");
        }
    }

    @Test
    void aBranchIsItsOwnEvenUnderItsHeadsNumber() throws IOException {
        record("tax", "a", "平湖市金石精密机械有限公司嘉善分公司", uscc(1), "", "");
        record("tax", "b", "平湖市金石精密机械有限公司昆山分公司", uscc(1), "", "");

        Map<String, String> clusters = run(null, null);

        assertThat(clusters.get("tax/a")).isNotEqualTo(clusters.get("market/1"));
        assertThat(clusters.get("tax/b")).isNotIn(clusters.get("market/1"), clusters.get("market/2"));
    }

    @Test
    void aFormerNameUnderItsNumberStaysThoughAnotherBearsItToday() throws IOException {
        record("tax", "a", "平湖市海通贸易有限公司", uscc(3), "", "");
        record("tax", "b", "平湖市海通贸易有限公司", uscc(4), "", "");
        record("housing", "c", "平湖市海通贸易有限公司", "", "", "");

        Map<String, String> clusters = run(null, null);

        assertThat(clusters.get("tax/a")).isEqualTo(clusters.get("market/3"));
        assertThat(clusters.get("tax/b")).isEqualTo(clusters.get("market/4"));
        assertThat(clusters.get("housing/c")).isNotIn(clusters.get("market/3"), clusters.get("market/4"));
    }

    @Test
    void twoNamesOnOneRecordFindTheEnterprise() throws IOException {
        record("industry", "a", "平湖市远航新材料科技有限公司（原平湖市海通贸易有限公司）", "", "", "");

        Map<String, String> clusters = run(null, null);

        assertThat(clusters.get("industry/a")).isEqualTo(clusters.get("market/3"));
    }

    @Test
    void homophonesAndTraditionalCharactersFindTheirEnterprise() throws IOException {
        record("industry", "a", "平湖市辰曦模具有限公司", "", "钟埭街道科技路5号", "");
        record("industry", "b", "平湖市晨曦模具有限公司（蓋章）", "", "", "");

        Map<String, String> clusters = run(null, null);

        assertThat(clusters.get("industry/a")).isEqualTo(clusters.get("market/5"));
        assertThat(clusters.get("industry/b")).isEqualTo(clusters.get("market/5"));
    }

    @Test
    void oneAddressOfManyProvesNothing() throws IOException {
        record("housing", "a", "平湖市寅木信息技术有限公司", "", "当湖街道孵化路1号", "");

        Map<String, String> clusters = run(null, null);

        for (int i = 20; i < 32; i++) {
            assertThat(clusters.get("housing/a")).isNotEqualTo(clusters.get("market/" + i));
        }
    }

    @Test
    void operatorsHaveTheLastWord() throws IOException {
        record("housing", "a", "平湖市某某有限公司", "", "", "");
        record("housing", "b", "平湖市晨曦模具有限公司", uscc(5), "", "");
        record("housing", "c", "平湖市某某某有限公司", "", "", "");
        Path decisions = home.resolve("decisions.csv");
        Files.writeString(decisions, """
                decision,department_1,record_id_1,department_2,record_id_2
                must_link,housing,a,market,1
                must_link,housing,c,housing,a
                cannot_link,housing,b,market,5
                """);

        Map<String, String> clusters = run(decisions, null);

        assertThat(clusters.get("housing/a")).isEqualTo(clusters.get("market/1"));
        assertThat(clusters.get("housing/c")).isEqualTo(clusters.get("market/1"));
        assertThat(clusters.get("housing/b")).isNotEqualTo(clusters.get("market/5"));
    }

    @Test
    void numbersThatStandForNobodyJoinNobody() throws IOException {
        String[] fillers = {"000000000000000000", "123456789012345678", "111111111111111111", "9.13305E+17"};
        for (int i = 0; i < 8; i++) {
            record("tax", "f" + i, "上海" + "甲乙丙丁戊己庚辛".charAt(i) + "山建设有限公司", fillers[i % 4], "", "");
        }
        String shared = NumberMaker.uscc("310115", 990);
        record("housing", "g1", "上海春风建设有限公司", shared, "", "");
        record("housing", "g2", "上海夏雨物流有限公司", shared, "", "");
        record("housing", "g3", "上海秋月食品有限公司", shared, "", "");

        Map<String, String> clusters = run(null, null);

        assertThat(clusters.entrySet().stream()
                        .filter(entry -> entry.getKey().matches("(tax/f|housing/g).*"))
                        .map(Map.Entry::getValue)
                        .distinct())
                .hasSize(11);
    }

    @Test
    void aLegacyTaxNumberOfAnotherRegionAndASlipOfThePenFindTheirEnterprise() throws IOException {
        add("tax", "a,平湖市晨曦模具有限公司,,,,,330401" + NumberMaker.org(5) + ",,,,,");
        record("housing", "b", "平湖市晨曦模具有限公司", uscc(5).replaceFirst("0", "O").replaceFirst("1", "l"), "", "");
        record("housing", "c", "平湖市晨曦模具有限公司", uscc(5).substring(0, 12) + uscc(5).substring(13), "", "");

        Map<String, String> clusters = run(null, null);

        assertThat(List.of(clusters.get("tax/a"), clusters.get("housing/b"), clusters.get("housing/c")))
                .containsOnly(clusters.get("market/5"));
    }

    @Test
    void decisionsThatNumbersContradictHoldAndComeBackForReview() throws IOException {
        record("housing", "a", "平湖市晨曦模具有限公司", uscc(5), "", "");
        record("housing", "b", "平湖市海通贸易有限公司", uscc(4), "", "");
        Path decisions = home.resolve("decisions.csv");
        Files.writeString(decisions, """
                decision,department_1,record_id_1,department_2,record_id_2
                must_link,housing,a,market,1
                cannot_link,housing,b,market,4
                """);

        Map<String, String> clusters = run(decisions, null);

        assertThat(clusters.get("housing/a")).isEqualTo(clusters.get("market/1"));
        assertThat(clusters.get("housing/b")).isNotEqualTo(clusters.get("market/4"));
        assertThat(Files.readString(home.resolve("out/review.csv")))
                .contains("housing,a,market,1", "housing,b,market,4");
    }

    @Test
    void clustersThatNothingTouchedKeepTheirIds() throws IOException {
        record("tax", "a", "平湖市晨曦模具有限公司", uscc(5), "", "");
        Path updates = home.resolve("updates.csv");
        Files.writeString(
                updates,
                "department," + LabelledWorld.COLUMNS + "\ntax,z,平湖市金石精密机械有限公司,," + uscc(1) + ",,,,,330482,,,\n");

        Map<String, String> before = run(null, null);
        run(null, updates);
        Map<String, String> after = read("clusters_after.csv");

        assertThat(after).containsAllEntriesOf(before);
        assertThat(after.get("tax/z")).isEqualTo(after.get("market/1"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theOrderOfRecordsDoesNotMatter(long seed) throws IOException {
        record("tax", "a", "平湖市海通贸易有限公司", uscc(3), "", "");
        record("tax", "b", "平湖市金石精密机械有限公司嘉善分公司", uscc(1), "", "");
        record("housing", "c", "上海远方建设有限公司", NumberMaker.uscc("310115", 900), "", "");
        record("natural", "d", "上海远方建设有限公司", "", "", "");
        Map<String, String> first = run(null, null);

        files.values().forEach(rows -> Collections.shuffle(rows, new Random(seed)));

        assertThat(run(null, null)).as("seed %s", seed).isEqualTo(first);
    }

    private static String uscc(int number) {
        return NumberMaker.uscc("330482", number);
    }

    private void market(int key, String name, String former, String address) {
        add(
                "market",
                key + "," + name + "," + former + "," + uscc(key) + ",,,,平湖市" + address + ",330482,王" + people++
                        + ",存续,2025-01-01 00:00:00");
    }

    private void record(String department, String key, String name, String uscc, String address, String person) {
        add(
                department,
                key + "," + name + ",," + uscc + ",,,," + address + ",330482," + person + ",,2025-01-01 00:00:00");
    }

    private void add(String department, String row) {
        files.computeIfAbsent(department, absent -> new ArrayList<>()).add(row);
    }

    private Map<String, String> run(Path decisions, Path updates) throws IOException {
        Path records = Files.createDirectories(home.resolve("records"));
        for (Map.Entry<String, List<String>> file : files.entrySet()) {
            Files.writeString(
                    records.resolve(file.getKey() + ".csv"),
                    LabelledWorld.COLUMNS + "\n" + String.join("\n", file.getValue()) + "\n");
        }
        evaluation.run(new Evaluation.Request(records, home.resolve("out"), decisions, updates, null), SETTINGS);
        return read("clusters.csv");
    }

    private Map<String, String> read(String file) throws IOException {
        Map<String, String> clusters = new TreeMap<>();
        Files.readAllLines(home.resolve("out").resolve(file)).stream().skip(1).forEach(line -> {
            String[] parts = line.split(",");
            clusters.put(parts[0] + "/" + parts[1], parts[2]);
        });
        return clusters;
    }
}

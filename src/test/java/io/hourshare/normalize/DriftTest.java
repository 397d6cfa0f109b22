package io.hourshare.normalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourshare.contract.ChangedContract;
import io.hourshare.contract.Feed;
import io.hourshare.contract.FeedContract;
import io.hourshare.contract.SourceFormat;
import io.hourshare.contract.Watch;
import io.hourshare.kernel.HourWindow;
import io.hourshare.land.LandedBatch;
import io.hourshare.store.DriftChange;
import io.hourshare.store.JournalAct.HoldDecided;
import io.hourshare.store.JournalFact.DriftSeen;
import io.hourshare.store.Slot;
import io.hourshare.store.SlotState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A delivery whose columns are not what they were: told side by side, held or passed as the contract says. */
@Tag("F40")
class DriftTest {

    private static final HourWindow HOUR = NormalizeBench.HOUR;

    private NormalizeBench bench;
    private final Feed registration = NormalizeBench.feed("market-regulation.registration");

    @BeforeEach
    void open(@TempDir Path folder) {
        bench = new NormalizeBench(folder);
        bench.normalization.normalize(registration, land(HOUR, 0, DriftTest::usual));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void theSameColumnsAreNoNews() {
        bench.normalization.normalize(registration, land(HOUR.next(), 40, DriftTest::usual));

        assertThat(bench.ledger.drifts()).isEmpty();
    }

    @Test
    void anAddedColumnPassesAndIsToldOnce() {
        IntFunction<String> more = number -> usual(number).replace("}", ",\"CHAIN_ROLE\":\"链主\"}");
        bench.normalization.normalize(registration, land(HOUR.next(), 40, more));
        bench.normalization.normalize(registration, land(HOUR.next().next(), 80, more));

        assertThat(bench.ledger.drifts())
                .singleElement()
                .satisfies(seen -> assertThat(seen.changes())
                        .containsExactly(new DriftChange(
                                "ADDED", "CHAIN_ROLE", "", "契约里没有", "新出现的列，原样留在落地数据里，映射后可从落地回填", false)));
        assertThat(slot(HOUR.next()).state()).isEqualTo(SlotState.DONE);
    }

    @Test
    void aRemovedColumnIsHeld() {
        assertDrift("REMOVED", number -> usual(number).replace(",\"DOM\":\"新华路" + number + "号\"", ""), "DOM");
    }

    @Test
    void aRenamedColumnIsOneChange() {
        assertDrift("RENAMED", number -> usual(number).replace("\"DOM\"", "\"ADDRESS\""), "DOM");
    }

    @Test
    void aColumnOfAnotherTypeIsHeldWithAnExample() {
        assertDrift("RETYPED", number -> usual(number).replace("2020-01-05", "庚子年正月初五"), "ESTDATE");
    }

    @Test
    void yuanWhereTenThousandYuanWereAgreedIsHeld() {
        assertDrift(
                "UNIT", number -> usual(number).replaceAll("\"REGCAP\":\"(\\d+)\"", "\"REGCAP\":\"$10000\""), "REGCAP");
    }

    @Test
    void figuresAHundredTimesAsLargeAreToldWithBothMediansAndPass() {
        bench.normalization.normalize(
                registration,
                land(
                        HOUR.next(),
                        40,
                        number -> usual(number).replaceAll("\"REGCAP\":\"(\\d+)\"", "\"REGCAP\":\"$100\"")));

        assertThat(slot(HOUR.next()).state()).isEqualTo(SlotState.DONE);
        assertThat(bench.ledger.drifts())
                .singleElement()
                .satisfies(seen -> assertThat(seen.changes()).singleElement().satisfies(change -> {
                    assertThat(change.kind()).isEqualTo("DISTRIBUTION");
                    assertThat(Watch.valueOf(change.kind()).title()).isEqualTo("分布变化");
                    assertThat(change.before()).matches("中位数 [0-9]+");
                    assertThat(change.after()).matches("中位数 [0-9]+（1[0-9]{2} 倍）");
                    assertThat(change.held()).isFalse();
                }));
    }

    @Test
    void whatTheContractLetsPassIsOnlyTold() {
        Feed lenient = watching(registration, Map.of(Watch.REMOVED, false));
        bench.normalization.normalize(
                lenient, land(HOUR.next(), 40, number -> usual(number).replace(",\"DOM\":\"新华路" + number + "号\"", "")));

        assertThat(slot(HOUR.next()).state()).isEqualTo(SlotState.DONE);
        assertThat(bench.ledger.drifts())
                .singleElement()
                .satisfies(seen ->
                        assertThat(seen.changes()).extracting(DriftChange::kind).containsExactly("REMOVED"));
    }

    @Test
    void aPersonAcceptsTheBatchAndItIsTakenIn() {
        LandedBatch strange = land(HOUR.next(), 40, number -> usual(number).replace("\"DOM\"", "\"ADDRESS\""));
        assertThatThrownBy(() -> bench.normalization.normalize(registration, strange))
                .isInstanceOf(BatchHeldException.class);

        bench.journal.append(
                new HoldDecided(registration.id(), HOUR.next(), strange.digest(), "SCHEMA_DRIFT", true, "张", "已与部门核实"));
        assertThat(slot(HOUR.next()).state()).isEqualTo(SlotState.LANDED);
        bench.normalization.normalize(registration, strange);

        assertThat(slot(HOUR.next()).state()).isEqualTo(SlotState.DONE);
    }

    @Test
    void headingsOfALateFirstListAreComparedWithNone() {
        Feed leases = NormalizeBench.feed("housing.plant-lease");
        String list = "序号,合同备案号,承租企业,承租方代码,租期止\n"
                + IntStream.range(0, 40)
                        .mapToObj(number -> "%d,HT2026%04d,平湖%d号有限公司,,2027-01-31\n".formatted(number, number, number))
                        .collect(Collectors.joining());
        Feed csv = NormalizeBench.reading(
                leases, SourceFormat.CSV, leases.job().reading().options());
        for (HourWindow hour : List.of(HOUR, HOUR.previous())) {
            bench.normalization.normalize(
                    csv, bench.land(csv, hour, Map.of("leases.csv", list.getBytes(StandardCharsets.UTF_8))));

            assertThat(bench.ledger.slot(csv.id(), hour).orElseThrow().state()).isEqualTo(SlotState.DONE);
        }
    }

    @Test
    void tooFewRecordsSayNothingOfTheirColumns() {
        bench.normalization.normalize(
                registration,
                bench.land(
                        registration,
                        HOUR.next(),
                        Map.of(
                                "rows.jsonl",
                                usual(41)
                                        .replaceAll("\"REGCAP\":\"(\\d+)\"", "\"REGCAP\":\"$10000\"")
                                        .getBytes(StandardCharsets.UTF_8))));

        assertThat(bench.ledger.drifts()).isEmpty();
    }

    private void assertDrift(String kind, IntFunction<String> rows, String column) {
        LandedBatch strange = land(HOUR.next(), 40, rows);

        assertThatThrownBy(() -> bench.normalization.normalize(registration, strange))
                .isInstanceOfSatisfying(
                        BatchHeldException.class, e -> assertThat(e.reason()).isEqualTo("SCHEMA_DRIFT"));

        List<DriftSeen> drifts = bench.ledger.drifts();
        assertThat(drifts)
                .singleElement()
                .satisfies(seen -> assertThat(seen.changes()).singleElement().satisfies(change -> {
                    assertThat(change.kind()).isEqualTo(kind);
                    assertThat(change.column()).isEqualTo(column);
                    assertThat(change.title()).isNotBlank();
                    assertThat(change.before()).isNotBlank();
                    assertThat(change.held()).isTrue();
                }));
        assertThat(slot(HOUR.next()).state()).isEqualTo(SlotState.HELD);
        assertThat(slot(HOUR.next()).trouble()).startsWith("SCHEMA_DRIFT").contains(column);
    }

    private Slot slot(HourWindow window) {
        return bench.ledger.slot(registration.id(), window).orElseThrow();
    }

    private LandedBatch land(HourWindow window, int from, IntFunction<String> rows) {
        String text = IntStream.range(from, from + 40).mapToObj(rows).collect(Collectors.joining());
        return bench.land(registration, window, Map.of("rows.jsonl", text.getBytes(StandardCharsets.UTF_8)));
    }

    static Feed watching(Feed feed, Map<Watch, Boolean> watches) {
        FeedContract contract = ChangedContract.watching(feed.contract(), watches);
        return new Feed(contract, feed.route(), feed.job(), feed.digest());
    }

    private static String usual(int number) {
        return ("{\"PRIPID\":\"P%d\",\"ENTNAME\":\"平湖%d有限公司\",\"REGCAP\":\"%d\",\"DOM\":\"新华路%d号\",\"ESTDATE\":\"2020-01-05\","
                        + "\"S_EXT_TIMESTAMP\":\"2026-11-22 11:30:00\",\"S_EXT_FLAG\":\"U\"}\n")
                .formatted(number, number, 100 + number, number);
    }
}

package io.hourshare.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourshare.access.Caller;
import io.hourshare.access.Role;
import io.hourshare.contract.CatalogueReader;
import io.hourshare.contract.CatalogueReading;
import io.hourshare.contract.CatalogueSource;
import io.hourshare.kernel.SteppedClock;
import io.hourshare.ledger.ClockReading.Standing;
import io.hourshare.store.DataRoot;
import io.hourshare.store.Journal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseDeskTest {

    private static final Caller CLERK = new Caller("窗口甲", Role.CLERK);
    private static final Caller STEWARD = new Caller("数据管理员乙", Role.STEWARD);
    private static final Map<String, String> DETAILS = Map.of(
            "enterprise", "HS-1",
            "field", "address",
            "department", "tax",
            "feed", "tax.registration",
            "record_key", "T1",
            "value_digest", "d1");

    /** A ledger of another kind, that no Java knows. */
    private static final String QUESTION = """
            ledger: visit
            title: 走访
            prefix: ZF
            open: REPORT_ERROR
            initial: ASKED
            fields: [{name: question, title: 问题, required: true}]
            states: [{name: ASKED, title: 已问}, {name: ANSWERED, title: 已答, end: true}]
            clocks: [{name: answer, title: 答复, unit: minute, limit: 60, runs: [ASKED]}]
            actions: [{name: answer, title: 答复, from: [ASKED], to: ANSWERED, needs: HANDLE_CASES}]
            """;

    @TempDir
    Path home;

    private final SteppedClock clock = new SteppedClock("2026-02-10T02:00:00Z");
    private DataRoot root;
    private Journal journal;
    private CaseDesk desk;

    @BeforeEach
    void open() {
        root = DataRoot.open(home);
        journal = Journal.open(root, clock);
        desk = desk();
    }

    @AfterEach
    void close() {
        root.close();
    }

    @Test
    @Tag("F88")
    void aCorrectionHasTenWorkingDaysAcrossTheSpringFestival() {
        CaseView view = desk.open("correction", DETAILS, "地址不对", CLERK);

        assertThat(view.id()).isEqualTo("JH20260210-0001");
        ClockReading verify = view.clocks().get(0);
        assertThat(verify.dueAt()).isEqualTo(Instant.parse("2026-03-02T16:00:00Z"));
        assertThat(verify.standing()).isEqualTo(Standing.RUNNING);
        assertThat(verify.provisional()).isFalse();
        clock.at("2026-03-02T16:00:00Z");
        assertThat(desk.show(view.id(), CLERK).clocks().get(0).standing()).isEqualTo(Standing.OVERDUE);
    }

    @Test
    void theClockStandsStillWhileTheEnterpriseIsAsked() {
        CaseView view = desk.open("correction", DETAILS, "地址不对", CLERK);
        clock.at("2026-02-13T02:00:00Z");
        CaseView referred = desk.act(view.id(), "refer", Map.of(), "企业已搬迁，未变更登记", STEWARD);
        clock.at("2026-04-01T02:00:00Z");

        assertThat(referred.clocks().get(0).standing()).isEqualTo(Standing.PAUSED);
        assertThat(desk.show(view.id(), CLERK).clocks().get(0).used()).isEqualTo(3);
        CaseView resumed = desk.act(view.id(), "resume", Map.of(), "企业已变更", STEWARD);

        assertThat(resumed.clocks().get(0).dueAt()).isEqualTo(Instant.parse("2026-04-13T16:00:00Z"));
    }

    @Test
    void nobodyTakesAStepThatOnlyDataMayTake() {
        CaseView view = desk.open("correction", DETAILS, "地址不对", CLERK);

        assertThatThrownBy(() -> desk.act(view.id(), "correct", Map.of(), "我看已经改了", STEWARD))
                .hasMessageContaining("只在数据到达时");
        desk.actForData(view.id(), "correct", Map.of("corrected_window", "2026-02-11T03Z"), "部门已更正");
        assertThat(desk.show(view.id(), CLERK).stateTitle()).isEqualTo("已更正");
    }

    @Test
    void aStepNeedsItsPermissionItsStateAndAReason() {
        String id = desk.open("correction", DETAILS, "地址不对", CLERK).id();

        assertThatThrownBy(() -> desk.act(id, "confirm", Map.of(), "核对过", CLERK))
                .hasMessageContaining("没有办理此事的权限");
        assertThatThrownBy(() -> desk.act(id, "confirm", Map.of(), " ", STEWARD))
                .hasMessageContaining("事由");
        assertThatThrownBy(() -> desk.act(id, "resume", Map.of(), "x", STEWARD)).hasMessageContaining("待部门核实");
        assertThatThrownBy(() -> desk.open("correction", Map.of("field", "address"), "x", CLERK))
                .hasMessageContaining("请填写");
        assertThat(desk.show(id, CLERK).actions()).isEmpty();
        assertThat(desk.show(id, STEWARD).actions())
                .extracting(CaseView.Choice::name)
                .containsExactly("confirm", "refer");
    }

    @Test
    void theSameThingIsOneCaseUntilItIsClosed() {
        String id = desk.open("correction", DETAILS, "地址不对", CLERK).id();

        assertThat(desk.open("correction", DETAILS, "又来问", CLERK).id()).isEqualTo(id);
        desk.act(id, "confirm", Map.of(), "登记无误", STEWARD);
        assertThat(desk.open("correction", DETAILS, "仍不对", CLERK).id()).isNotEqualTo(id);
        assertThat(desk.list(new CaseQuery("correction", true, null, Map.of("department", "tax")), CLERK))
                .hasSize(1);
    }

    @Test
    @Tag("F88")
    void casesStandAgainFromTheJournalAlone() {
        String id = desk.open("correction", DETAILS, "地址不对", CLERK).id();
        desk.act(id, "refer", Map.of(), "企业未变更", STEWARD);
        CaseView before = desk.show(id, STEWARD);
        root.close();
        root = DataRoot.open(home);
        journal = Journal.open(root, clock);

        assertThat(desk().show(id, STEWARD)).isEqualTo(before);
    }

    @Test
    void aFurtherLedgerIsAFileAndItsMinutesRunOnEveryDay() {
        clock.at("2026-10-01T02:00:00Z");
        String id =
                desk.open("visit", Map.of("question", "是否已复工"), "企业在柜台", CLERK).id();

        assertThat(desk.show(id, CLERK).clocks().get(0).dueAt()).isEqualTo(Instant.parse("2026-10-01T03:00:00Z"));
        clock.advance(Duration.ofSeconds(3601));
        assertThat(desk.act(id, "answer", Map.of(), "已复工", STEWARD)
                        .clocks()
                        .get(0)
                        .standing())
                .isEqualTo(Standing.LATE);
    }

    @Test
    void aFileThatNamesAnUnknownStateIsToldOfAndLeftOut() {
        LedgerKinds kinds = new LedgerKinds(
                reading(QUESTION.replace("to: ANSWERED", "to: GONE")).documents());

        assertThat(kinds.find("visit")).isEmpty();
        assertThat(kinds.find("correction")).isPresent();
        assertThat(kinds.problems()).singleElement().asString().contains("jobs/ledgers/visit.yaml", "GONE");
    }

    private CaseDesk desk() {
        CatalogueReading reading = reading(QUESTION);
        return new CaseDesk(
                new LedgerKinds(reading.documents()),
                new Cases(journal, clock),
                new WorkCalendar(reading.catalogue().codeLists().get(WorkCalendar.LIST)),
                clock,
                java.util.List::of);
    }

    private static CatalogueReading reading(String further) {
        TreeMap<String, String> texts =
                new TreeMap<>(CatalogueSource.directory(Path.of(".")).texts());
        texts.put("jobs/ledgers/visit.yaml", further);
        return CatalogueReader.read(new CatalogueSource(texts));
    }
}

package io.hourshare.correct;

import static io.hourshare.merge.SmallTown.MARKET;
import static io.hourshare.merge.SmallTown.TAX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourshare.access.Caller;
import io.hourshare.access.Role;
import io.hourshare.evidence.PublishedClaims;
import io.hourshare.ledger.CaseDesk;
import io.hourshare.ledger.CaseIntake;
import io.hourshare.ledger.CaseQuery;
import io.hourshare.ledger.CaseView;
import io.hourshare.ledger.LedgerFixture;
import io.hourshare.merge.SmallTown;
import io.hourshare.publish.PublishingTown;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class CorrectionTest {

    private static final Caller CLERK = new Caller("窗口甲", Role.CLERK);

    private static final Caller STEWARD = new Caller("数据管理员乙", Role.STEWARD);

    @TempDir
    Path home;

    private PublishingTown town;
    private CaseDesk desk;

    @BeforeEach
    void open() {
        town = new PublishingTown(new SmallTown(home));
        market("平湖市新明路1号", "张三");
        tax("平湖市经开路9号");
        town.publish("2026-11-22T03Z");
        PublishedClaims claims = new PublishedClaims(
                town.town.root, town.town.engine, town.town.ledger, town.town.merger(), town.snapshots);
        List<CaseIntake> intakes = new ArrayList<>();
        Clock clock = Clock.fixed(SmallTown.NOW, ZoneOffset.UTC);
        desk = LedgerFixture.desk(town.town.cases(), clock, intakes);
        intakes.add(new OverrideIntake(town.town.catalogue(), claims, clock));
        intakes.add(new CorrectionIntake(town.town.catalogue(), claims));
        town.witnesses.add(new CorrectionClosing(
                desk, claims, new CurrentRecord(town.town.root, town.town.engine, town.town.ledger)));
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void aCorrectionFromAConflictIsClosedByTheNextHoursFeedWithoutAHand() {
        String id = doubt("address", "tax.registration").id();
        assertThat(desk.show(id, CLERK).details())
                .containsEntry("department", "tax")
                .containsEntry("record_key", "T1")
                .containsEntry("value", "平湖市经开路9号")
                .containsEntry("evidence", "来源registration：平湖市新明路1号");

        town.town.hour("2026-11-22 04:00:00");
        tax("平湖市新明路1号");
        town.publish("2026-11-22T04Z");

        CaseView closed = desk.show(id, CLERK);
        assertThat(closed.state()).isEqualTo("CORRECTED");
        assertThat(closed.open()).isFalse();
        assertThat(closed.events().get(1).actor()).isEqualTo("system");
        assertThat(closed.details())
                .containsEntry("corrected_value", "平湖市新明路1号")
                .containsEntry("corrected_window", "2026-11-22T04Z");
    }

    @Test
    void anotherWayOfWritingAndAnUnchangedRowCloseNothing() {
        String id = doubt("address", "tax.registration").id();

        town.town.hour("2026-11-22 04:00:00");
        tax("平湖市 经开路９号");
        town.publish("2026-11-22T04Z");
        town.town.hour("2026-11-22 05:00:00");
        market("平湖市新明路2号", "张三");
        town.publish("2026-11-22T05Z");

        assertThat(desk.show(id, CLERK).state()).isEqualTo("OPEN");
    }

    @Test
    void aCorrectionOfARecordThatVanishedSaysSoAndWaitsForAPersonOrForTheRecord() {
        String id = doubt("address", "tax.registration").id();

        town.town.hour("2026-11-22 04:00:00");
        gone();
        town.publish("2026-11-22T04Z");

        CaseView vanished = desk.show(id, STEWARD);
        assertThat(vanished.state()).isEqualTo("VANISHED");
        assertThat(vanished.open()).as("nobody corrected anything").isTrue();
        assertThat(vanished.details()).containsEntry("vanished_hour", "2026-11-22T04Z");
        assertThat(vanished.events().get(1).reason()).contains("已没有这条记录");
        town.town.hour("2026-11-22 05:00:00");
        tax("平湖市经开路9号");
        town.publish("2026-11-22T05Z");
        assertThat(desk.show(id, STEWARD).state()).as("it was only missing").isEqualTo("OPEN");
        assertThatThrownBy(() -> desk.act(id, "remove", Map.of(), "已撤下", STEWARD))
                .hasMessageContaining("已撤下");

        town.town.hour("2026-11-22 06:00:00");
        gone();
        town.publish("2026-11-22T06Z");
        CaseView removed = desk.act(id, "remove", Map.of(), "部门确认该户已注销", STEWARD);

        assertThat(removed.state()).isEqualTo("REMOVED");
        assertThat(removed.open()).isFalse();
    }

    private void gone() {
        town.town.record(TAX, "E1", "T1", "2026-02-03 00:00:00", "D", "'' as address, 'C3485' as industry_code");
    }

    @Test
    void aRestrictedValueIsNeitherWrittenDownNorLost() {
        CaseView view = doubt("legal_rep_name", "");
        assertThat(view.details()).doesNotContainKey("value");
        assertThat(town.town.journal.lines().toString()).doesNotContain("张三");

        town.town.hour("2026-11-22 04:00:00");
        market("平湖市新明路1号", "李四");
        town.publish("2026-11-22T04Z");

        assertThat(desk.show(view.id(), CLERK).state()).isEqualTo("CORRECTED");
        assertThat(town.town.journal.lines().toString()).doesNotContain("李四");
    }

    @Test
    void aDepartmentGetsItsSheetInItsOwnColumnNames() throws Exception {
        doubt("address", "tax.registration");
        doubt("address", "market-regulation.registration");
        List<CaseView> forTax = desk.list(CaseQuery.open("correction", Map.of("department", "tax")), CLERK);

        byte[] bytes = new CorrectionSheets(town.town.catalogue()).workbook(forTax);

        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(2);
            assertThat(rows.get(0).getCellText(3)).isEqualTo("F_address（address）");
            assertThat(rows.get(1).getCellText(3)).isEqualTo("平湖市经开路9号");
            assertThat(rows.get(1).getCellText(7)).isEqualTo("2026-12-04");
        }
    }

    @Test
    void anOverrideIsShownAsSuchAndGivesWayAtItsEnd() {
        decide("ent_name", "重庆长江机械股份有限公司", "2026-11-30");
        decide("reg_capital", "2000", "2026-11-30");

        town.publish("2026-11-22T04Z");

        assertThat(field("ent_name", "value")).isEqualTo("重庆长江机械股份有限公司");
        assertThat(field("ent_name", "feed")).isEqualTo("operator.override");
        assertThat(field("ent_name", "feed_title")).isEqualTo("人工更正");
        assertThat(town.document("E1")).contains("\"losers\":[{\"value\":\"重庆长江机械有限公司\"");
        assertThat(field("reg_capital", "value")).isEqualTo("2000");
        town.town.at("2026-11-30T15:59:59Z");
        town.publish("2026-11-30T15Z");
        assertThat(field("reg_capital", "value")).isEqualTo("2000");
        town.town.at("2026-11-30T16:00:00Z");
        town.publish("2026-11-30T16Z");
        assertThat(field("reg_capital", "value")).isEqualTo("1000.5");
        assertThat(field("ent_name", "feed")).isEqualTo("market-regulation.registration");
    }

    @Test
    void anOverrideThatIsWithdrawnIsGoneWithTheNextPublication() {
        String id = decide("reg_capital", "2000", "2026-11-30").id();
        town.publish("2026-11-22T04Z");

        desk.act(id, "withdraw", Map.of(), "更正有误", STEWARD);
        town.publish("2026-11-22T05Z");

        assertThat(field("reg_capital", "value")).isEqualTo("1000.5");
    }

    @Test
    void anOverrideFitsItsFieldEndsSomeDayAndHidesNothing() {
        assertThatThrownBy(() -> decide("reg_capital", "很多", "2026-11-30")).hasMessageContaining("写法不对");
        assertThatThrownBy(() -> decide("reg_capital", "1", "2028-01-01")).hasMessageContaining("有效期");
        assertThatThrownBy(() -> decide("legal_rep_name", "王五", "2026-11-30")).hasMessageContaining("受限字段");
        assertThatThrownBy(() -> decide("nothing", "1", "2026-11-30")).hasMessageContaining("没有字段");
    }

    private CaseView decide(String field, String value, String until) {
        Map<String, String> details = Map.of("enterprise", "E1", "field", field, "value", value, "until", until);
        return desk.open("override", details, "企业出示了新执照", STEWARD);
    }

    private String field(String field, String member) {
        return JsonMapper.shared()
                .readTree(town.document("E1"))
                .at("/fields/" + field + "/" + member)
                .asString();
    }

    @Test
    void whatNobodySaysCannotBeDoubted() {
        assertThatThrownBy(() -> doubt("reg_capital", "tax.registration")).hasMessageContaining("没有由 tax.registration");
    }

    private CaseView doubt(String field, String feed) {
        return desk.open("correction", Map.of("enterprise", "E1", "field", field, "feed", feed), "与实际不符", CLERK);
    }

    private void market(String address, String representative) {
        town.town.record(
                MARKET,
                "E1",
                "M1",
                "2026-01-02 00:00:00",
                "'91330482MA28A1234X' as uscc, '重庆长江机械有限公司' as ent_name, '" + address + "' as address,"
                        + " '330482' as region_code, 1000.5::decimal(24,6) as reg_capital, '" + representative
                        + "' as legal_rep_name");
    }

    private void tax(String address) {
        town.town.record(
                TAX, "E1", "T1", "2026-02-03 00:00:00", "'" + address + "' as address, 'C3485' as industry_code");
    }
}

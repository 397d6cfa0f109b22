package io.hourshare.history;

import static io.hourshare.merge.SmallTown.MARKET;
import static io.hourshare.merge.SmallTown.RATING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourshare.contract.Catalogue;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.merge.SmallTown;
import io.hourshare.publish.PublishingTown;
import io.hourshare.publish.Snapshot;
import io.hourshare.publish.SnapshotLease;
import io.hourshare.serve.RefusedException;
import io.hourshare.serve.ServedVersion;
import io.hourshare.serve.profile.PastDocuments.Past;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HistoryTest {

    @TempDir
    Path home;

    @TempDir
    Path elsewhere;

    private PublishingTown town;
    private ChangeBatches batches;
    private ChangeRows rows;
    private EnterpriseHistory history;
    private @Nullable FeedId without;

    @BeforeEach
    void open() {
        town = new PublishingTown(new SmallTown(home));
        batches = new ChangeBatches(town.town.journal);
        rows = new ChangeRows(town.town.root, town.town.engine);
        history = new EnterpriseHistory(batches, rows, new ChangeFeed(batches, rows), telling());
        town.witnesses.add(new ChangeRecorder(new ChangeFile(town.town.root, town.town.engine), town.town.journal));
        first(town);
        town.publish("2026-11-22T03Z");
    }

    private static void first(PublishingTown town) {
        market(town, "E1", "M1", "重庆长江机械有限公司", "平湖市新明路1号", 1000);
        market(town, "E3", "M3", "平湖方圆包装有限公司", "平湖市当湖路5号", 300);
        rating(town, 2025, "A");
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    @Tag("F49")
    void aRenamedAndAMovedEnterpriseAreToldWithOldAndNewValue() {
        town.town.hour("2026-11-22 04:00:00");
        market(town, "E1", "M1", "重庆长江智造有限公司", "平湖市新明路1号", 1000);
        town.publish("2026-11-22T04Z");
        town.town.hour("2026-11-22 05:00:00");
        market(town, "E1", "M1", "重庆长江智造有限公司", "平湖市经开路9号", 1000);
        town.publish("2026-11-22T05Z");

        assertThat(told("E1"))
                .contains(
                        "2026-11-22T04Z head name \"重庆长江机械有限公司\" -> \"重庆长江智造有限公司\"",
                        "2026-11-22T04Z field ent_name \"重庆长江机械有限公司\" -> \"重庆长江智造有限公司\"",
                        "2026-11-22T05Z field address \"平湖市新明路1号\" -> \"平湖市经开路9号\"")
                .noneMatch(line -> line.contains("reg_capital"));
        assertThat(asOf("E1", "2026-11-22T03Z").at("/fields/ent_name/value").asString())
                .isEqualTo("重庆长江机械有限公司");
        assertThat(asOf("E1", "2026-11-22T04Z").at("/name").asString()).isEqualTo("重庆长江智造有限公司");
        assertThat(asOf("E1", "2026-11-22T04Z").at("/fields/address/value").asString())
                .isEqualTo("平湖市新明路1号");
        assertThat(asOf("E1", "2026-11-22T09Z")).isEqualTo(JsonMapper.shared().readTree(town.document("E1")));
        assertThat(told("E3")).isEmpty();
    }

    @Test
    void pagesOfAnEnterprisesHistoryAreItsHistory() {
        for (int hour = 4; hour < 7; hour++) {
            town.town.hour("2026-11-22 0" + hour + ":00:00");
            market(town, "E1", "M1", "重庆长江第" + hour + "机械有限公司", "平湖市新明路" + hour + "号", 1000);
            town.publish("2026-11-22T0" + hour + "Z");
        }
        List<ToldChange> whole = history.of("E1", true, null, 1000).items();
        List<ToldChange> paged = new ArrayList<>();
        String cursor = null;
        do {
            EnterpriseHistory.Page page = history.of("E1", true, cursor, 2);
            assertThat(page.items()).hasSizeBetween(1, 2);
            paged.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);

        assertThat(whole).hasSizeGreaterThan(6);
        assertThat(paged).isEqualTo(whole);
    }

    @Test
    @Tag("F49")
    void aMergedThenUnmergedEnterpriseIsWhatItWasInEachHour() {
        String before = town.document("E3");
        town.town.hour("2026-11-22 04:00:00");
        market(town, "E1", "M3", "平湖方圆包装有限公司", "平湖市当湖路5号", 300);
        town.publish("2026-11-22T04Z");
        town.town.hour("2026-11-22 05:00:00");
        market(town, "E3", "M3", "平湖方圆包装有限公司", "平湖市当湖路5号", 300);
        town.publish("2026-11-22T05Z");

        assertThat(past("E3", "2026-11-22T04Z").body()).isEmpty();
        assertThat(fields(asOf("E3", "2026-11-22T03Z")))
                .isEqualTo(fields(JsonMapper.shared().readTree(before)));
        assertThat(asOf("E3", "2026-11-22T05Z").at("/name").asString()).isEqualTo("平湖方圆包装有限公司");
        assertThat(told("E3"))
                .contains("2026-11-22T04Z enterprise  true -> null", "2026-11-22T05Z enterprise  null -> true");
    }

    @Test
    @Tag("F49")
    void aNameGivenUpAndRegisteredByAnotherBelongsToEachInItsTime() {
        town.town.hour("2026-11-22 04:00:00");
        market(town, "E1", "M1", "重庆长江智造有限公司", "平湖市新明路1号", 1000);
        town.publish("2026-11-22T04Z");
        town.town.hour("2026-11-22 05:00:00");
        market(town, "E3", "M3", "重庆长江机械有限公司", "平湖市当湖路5号", 300);
        town.publish("2026-11-22T05Z");

        assertThat(asOf("E1", "2026-11-22T03Z").at("/name").asString()).isEqualTo("重庆长江机械有限公司");
        assertThat(asOf("E3", "2026-11-22T03Z").at("/name").asString()).isEqualTo("平湖方圆包装有限公司");
        assertThat(asOf("E1", "2026-11-22T05Z").at("/name").asString()).isEqualTo("重庆长江智造有限公司");
        assertThat(asOf("E3", "2026-11-22T05Z").at("/name").asString()).isEqualTo("重庆长江机械有限公司");
    }

    @Test
    void whatIsGoneTodayIsGoneFromThePastAndWhatChangedIsAsItWas() {
        town.town.hour("2026-11-22 04:00:00");
        rating(town, 2025, "B");
        rating(town, 2024, "C");
        town.publish("2026-11-22T04Z");

        assertThat(asOf("E1", "2026-11-22T03Z").at("/satellites/credit-rating").toString())
                .contains("\"A\"")
                .doesNotContain("\"B\"", "\"C\"");
        town.town.record(
                RATING, "E1", "R2024", "2026-11-21 00:00:00", "D", "2024::bigint as rating_year, 'C' as rating");
        town.town.record(
                RATING, "E1", "R2025", "2026-11-21 00:00:00", "D", "2025::bigint as rating_year, 'B' as rating");
        town.town.hour("2026-11-22 05:00:00");
        town.publish("2026-11-22T05Z");

        assertThat(asOf("E1", "2026-11-22T03Z").at("/satellites").toString()).doesNotContain("\"A\"");
        assertThat(asOf("E1", "2026-11-22T04Z").at("/satellites").toString()).doesNotContain("\"B\"", "\"C\"");
        assertThat(told("E1").stream().filter(line -> line.contains(" record ")))
                .containsExactly(
                        "2026-11-22T05Z record credit-rating null -> null",
                        "2026-11-22T05Z record credit-rating null -> null",
                        "2026-11-22T04Z record credit-rating null -> null",
                        "2026-11-22T04Z record credit-rating null -> null");
    }

    @Test
    void whatAFeedSaidThatTheCatalogueHasNoMoreIsNotToldAndNotBroughtBack() {
        town.town.hour("2026-11-22 04:00:00");
        market(town, "E1", "M1", "重庆长江智造有限公司", "平湖市经开路9号", 1000);
        town.publish("2026-11-22T04Z");
        assertThat(asOf("E1", "2026-11-22T03Z").path("fields").toString()).contains("重庆长江机械有限公司", "平湖市新明路1号");

        without = MARKET;
        history = new EnterpriseHistory(batches, rows, new ChangeFeed(batches, rows), telling());

        assertThat(asOf("E1", "2026-11-22T03Z").path("fields").toString()).doesNotContain("重庆长江机械有限公司", "平湖市新明路1号");
        assertThat(told("E1"))
                .contains("2026-11-22T04Z field address null -> null", "2026-11-22T04Z field ent_name null -> null")
                .noneMatch(line -> line.contains("路"));
    }

    @Test
    @Tag("F27")
    void theSameAgainIsNoChangeAndWhatWasHeardLaterIsNotKnownEarlier() {
        town.town.hour("2026-11-22 04:00:00");
        first(town);
        town.publish("2026-11-22T04Z");

        assertThat(batches.last().orElseThrow().changes()).isZero();
        assertThat(asOf("E1", "2026-11-22T03Z").at("/fields/reg_capital").has("window"))
                .isFalse();
        assertThat(asOf("E1", "2026-11-22T04Z").at("/fields/reg_capital/window").asString())
                .isEqualTo("2026-11-22T04Z");
    }

    /** What was taken back is told to nobody any more, and whoever follows the feed comes out at what holds. */
    @Test
    @Tag("F66")
    void theFeedLosesNothingAcrossARollbackAndTellsNothingThatWasTakenBack() {
        Snapshot good = town.snapshots.current().orElseThrow();
        town.town.hour("2026-11-22 04:00:00");
        market(town, "E1", "M1", "错误名称有限公司", "平湖市新明路1号", 1000);
        town.publish("2026-11-22T04Z");
        town.town.hour("2026-11-22 05:00:00");
        market(town, "E1", "M1", "又一错误有限公司", "平湖市新明路1号", 1000);
        town.publish("2026-11-22T05Z");
        assertThat(told("E1").toString()).contains("错误名称有限公司", "又一错误有限公司");
        town.snapshots.rollBack(good.sequence(), "值班员", "部门误报");
        assertThat(asOf("E1", "2026-11-22T04Z").at("/name").asString()).isEqualTo("重庆长江机械有限公司");
        town.snapshots.release("值班员", "部门已更正");
        town.town.hour("2026-11-22 06:00:00");
        market(town, "E1", "M1", "重庆长江智造有限公司", "平湖市新明路1号", 1000);
        town.publish("2026-11-22T06Z");

        List<String> feed = told("E1");
        Collections.reverse(feed);
        assertThat(feed.stream().filter(line -> line.contains("field ent_name")))
                .containsExactly(
                        "2026-11-22T04Z field ent_name null -> null withdrawn",
                        "2026-11-22T05Z field ent_name null -> null withdrawn",
                        "2026-11-22T05Z field ent_name null -> \"重庆长江机械有限公司\" withdrawn",
                        "2026-11-22T06Z field ent_name \"重庆长江机械有限公司\" -> \"重庆长江智造有限公司\"");
        assertThat(feed.toString()).doesNotContain("错误");
        for (String hour : List.of("2026-11-22T03Z", "2026-11-22T04Z", "2026-11-22T05Z")) {
            assertThat(asOf("E1", hour).at("/name").asString()).as(hour).isEqualTo("重庆长江机械有限公司");
        }
        assertThat(asOf("E1", "2026-11-22T06Z").at("/name").asString()).isEqualTo("重庆长江智造有限公司");
    }

    @Test
    void documentsTakenOverAreThoseThatWouldBeBuilt() throws Exception {
        town.town.hour("2026-11-22 04:00:00");
        market(town, "E1", "M1", "重庆长江智造有限公司", "平湖市新明路1号", 1000);
        Snapshot next = town.publish("2026-11-22T04Z");

        try (PublishingTown fresh = new PublishingTown(new SmallTown(elsewhere))) {
            first(fresh);
            fresh.town.hour("2026-11-22 04:00:00");
            market(fresh, "E1", "M1", "重庆长江智造有限公司", "平湖市新明路1号", 1000);
            assertThat(fresh.publish("2026-11-22T04Z").content()).isEqualTo(next.content());
        }
    }

    @Test
    void aDamagedPredecessorIsNotTakenOverAndTheFeedSaysThatItHasAGap() throws Exception {
        Path served = town.snapshots.current().orElseThrow().serveFile();
        byte[] bytes = Files.readAllBytes(served);
        Arrays.fill(bytes, 12_288, bytes.length, (byte) 0x5a);
        Files.write(served, bytes);
        town.town.hour("2026-11-22 04:00:00");
        market(town, "E1", "M1", "重庆长江智造有限公司", "平湖市新明路1号", 1000);

        town.publish("2026-11-22T04Z");

        assertThat(town.document("E1")).contains("重庆长江智造有限公司");
        assertThat(town.document("E3")).contains("平湖方圆包装有限公司");
        assertThat(batches.last().orElseThrow().state()).isEqualTo(ChangeBatch.State.GAP);
        assertThatThrownBy(() -> asOf("E1", "2026-11-22T03Z")).isInstanceOf(RefusedException.class);
    }

    @Test
    void anHourBeforeTheFirstPublicationIsRefused() {
        assertThatThrownBy(() -> asOf("E1", "2026-11-21T03Z")).isInstanceOf(RefusedException.class);
    }

    private List<String> told(String enterprise) {
        List<String> lines = new ArrayList<>();
        for (ToldChange told : telling().tell(rows.of(enterprise, batches.all()), true, false)) {
            String why = "withdrawn".equals(told.withheldBecause()) ? " withdrawn" : "";
            lines.add(told.hour() + " " + told.kind() + " " + told.path() + " " + told.before() + " -> " + told.after()
                    + why);
        }
        return lines;
    }

    private Telling telling() {
        return new Telling(
                catalogue(),
                keys -> served("select key from record_now"),
                ids -> served("select enterprise_id from summary"));
    }

    private Set<String> served(String sql) {
        try (SnapshotLease lease = town.snapshots.lease()) {
            return Set.copyOf(lease.session().query(sql, row -> row.getString(1)));
        }
    }

    private Catalogue catalogue() {
        Catalogue whole = town.town.catalogue();
        return new Catalogue(
                whole.feeds().stream()
                        .filter(feed -> !feed.id().equals(without))
                        .toList(),
                whole.templates(),
                whole.entities(),
                whole.codeLists(),
                whole.models(),
                whole.survivorship(),
                whole.digest());
    }

    private JsonNode asOf(String enterprise, String hour) {
        return JsonMapper.shared().readTree(past(enterprise, hour).body().orElseThrow());
    }

    private Past past(String enterprise, String hour) {
        Snapshot served = town.snapshots.current().orElseThrow();
        try (SnapshotLease lease = town.snapshots.lease()) {
            Optional<String> today = lease
                    .session()
                    .query("select body from document where enterprise_id = ?", row -> row.getString(1), enterprise)
                    .stream()
                    .findFirst();
            return history.asOf(
                    enterprise,
                    today,
                    new ServedVersion(served.sequence(), served.hour(), served.publishedAt()),
                    HourWindow.parse(hour),
                    key -> lease.session().number("select count(*) from record_now where key = ?", key) > 0);
        }
    }

    private static List<String> fields(JsonNode document) {
        return document.path("fields")
                .propertyStream()
                .map(field -> field.getKey() + "=" + field.getValue().path("value"))
                .sorted()
                .toList();
    }

    private static void market(
            PublishingTown town, String enterprise, String key, String name, String address, int capital) {
        town.town.record(
                MARKET,
                enterprise,
                key,
                "2026-01-02 00:00:00",
                "'" + enterprise + "' as uscc, '" + name + "' as ent_name, '" + address + "' as address,"
                        + " '330482' as region_code, " + capital
                        + "::decimal(24,6) as reg_capital, '张三' as legal_rep_name");
    }

    private static void rating(PublishingTown town, int year, String rating) {
        town.town.record(
                RATING,
                "E1",
                "R" + year,
                "2026-04-01 00:00:00",
                year + "::bigint as rating_year, '" + rating + "' as rating");
    }
}

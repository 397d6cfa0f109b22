package io.hourshare.publish;

import static io.hourshare.merge.SmallTown.MARKET;
import static io.hourshare.merge.SmallTown.TAX;
import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.CanonicalEntity;
import io.hourshare.contract.LogicalType;
import io.hourshare.engine.Session;
import io.hourshare.engine.Sql;
import io.hourshare.kernel.Digest;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.merge.MergedProfiles;
import io.hourshare.merge.SmallTown;
import io.hourshare.publish.file.FileContent;
import io.hourshare.publish.file.Publication;
import io.hourshare.resolve.Resolution;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of which rows were replaced say what files say that were written whole, and keep nothing that ended. */
class RevisedFilesTest {

    private static final FeedId PENALTY = FeedId.parse("credit.penalty");

    @TempDir
    Path home;

    private final Map<String, String> redirects = new HashMap<>();
    private SmallTown town;
    private PublishingTown publishing;
    private Publisher publisher;
    private @Nullable MergedProfiles merged;
    private HourWindow hour = HourWindow.parse("2026-11-22T02Z");

    @BeforeEach
    void twentyEnterprisesArePublished() {
        town = new SmallTown(home)
                .kind(
                        new CanonicalEntity(
                                "penalty",
                                "行政处罚",
                                "每份一行",
                                List.of(
                                        SmallTown.field("doc_no", "文号", LogicalType.STRING, null),
                                        SmallTown.field("facts", "事实", LogicalType.STRING, null),
                                        SmallTown.field("publicity_end", "公示截止期", LogicalType.DATE, null))),
                        SmallTown.feed(PENALTY, "penalty", List.of("doc_no", "facts", "publicity_end")));
        redirects.put("E0", "E1");
        IntStream.range(1, 21).forEach(place -> market(place, "E" + place, "平湖" + place + "号机械有限公司"));
        tax("E5", "平湖市经开路5号");
        penalty("E3", "4417", "REPAIRED-5C1E", "2029-01-31");
        penalty("E4", "4418", "EXPIRES-7F3A", "2026-11-22");
        publishing = new PublishingTown(town);
        publisher = publishing.publisher();
        assertThat(isWhole(publish())).isTrue();
    }

    @AfterEach
    void close() {
        publishing.close();
    }

    @Test
    void enterprisesChangeComeMergeAndSplit() throws IOException {
        tax("E5", "平湖市经开路6号");
        assertThat(isWhole(publish())).as("an address").isFalse();
        market(21, "A21", "平湖新来机械有限公司");
        market(7, "E8", "平湖7号机械有限公司");
        redirects.put("E7", "E8");
        Snapshot merged = publish();
        assertThat(isWhole(merged)).as("one more, and two that became one").isFalse();
        assertThat(enterprises(merged)).contains("A21", "E8").doesNotContain("E7");
        assertEqualsWhole(merged);
        market(7, "E7", "平湖7号机械有限公司");
        redirects.remove("E7");
        Snapshot split = publish();
        assertThat(isWhole(split)).as("one that became two").isFalse();
        assertThat(enterprises(split)).contains("E7", "E8");
        assertEqualsWhole(split);
    }

    @Test
    void whatEndsLeavesNoByteBehind() throws IOException {
        assertThat(bytes(publishing.snapshots.current().orElseThrow())).contains("REPAIRED-5C1E", "EXPIRES-7F3A");
        penalty("E3", "4417", "REPAIRED-5C1E", "2026-11-21");
        Snapshot repaired = publish();
        assertThat(isWhole(repaired)).isTrue();
        assertThat(bytes(repaired)).doesNotContain("REPAIRED-5C1E").contains("EXPIRES-7F3A");
        market(9, "E8", "平湖8号机械有限公司");
        Snapshot gone = publish();
        assertThat(isWhole(gone)).as("an enterprise without a successor").isTrue();
        assertThat(bytes(gone)).doesNotContain("平湖9号机械有限公司").contains("平湖8号机械有限公司");
        tax("E5", "平湖市经开路6号");
        assertThat(isWhole(publish())).isFalse();
        hour = HourWindow.parse("2026-11-22T14Z");
        Snapshot expired = publish();
        assertThat(isWhole(expired)).as("a new day in China").isTrue();
        assertThat(bytes(expired)).doesNotContain("EXPIRES-7F3A");
        assertEqualsWhole(expired);
    }

    @Test
    void whenHalfOfAllWasReplacedTheFilesAreWrittenWhole() {
        renamed(6, "智造");
        assertThat(isWhole(publish())).isFalse();
        renamed(5, "精密");
        assertThat(isWhole(publish())).isTrue();
    }

    @Test
    void earlierFilesThatAreNotWhatWasReadBackAreNotRevised() throws IOException {
        Path served = publishing.snapshots.current().orElseThrow().serveFile();
        Files.write(served, new byte[] {1}, StandardOpenOption.APPEND);
        tax("E5", "平湖市经开路8号");

        assertThat(isWhole(publish())).isTrue();
    }

    private void renamed(int first, String word) {
        IntStream.rangeClosed(1, first).forEach(place -> market(place, "E" + place, "平湖" + place + word + "有限公司"));
    }

    private void market(int key, String enterprise, String name) {
        town.record(
                MARKET,
                enterprise,
                "M" + key,
                "2026-01-02 00:00:00",
                Sql.literal(name) + " as ent_name, '平湖市新明路" + key + "号' as address, '330482' as region_code");
    }

    private void tax(String enterprise, String address) {
        town.record(TAX, enterprise, "T" + enterprise, "2026-02-03 00:00:00", Sql.literal(address) + " as address");
    }

    private void penalty(String enterprise, String number, String facts, String publicityEnd) {
        town.record(
                PENALTY,
                enterprise,
                number,
                "2026-03-04 00:00:00",
                Sql.literal(number) + " as doc_no, " + Sql.literal(facts) + " as facts, date '" + publicityEnd
                        + "' as publicity_end");
    }

    private Snapshot publish() {
        hour = hour.next();
        town.hour(hour.start().toString().replace('T', ' ').replace("Z", ""));
        merged = town.merger().merge(town.current(), resolution());
        return publisher.publish(merged, hour, PublicationContext.of("run"));
    }

    /** Compares it with files that are written whole from the same profiles. */
    private void assertEqualsWhole(Snapshot snapshot) throws IOException {
        Path aside = Files.createTempDirectory(home, "whole");
        Digest whole = SnapshotBuilder.of(town.catalogue(), town.ledger, town.engine, town.root)
                .build(
                        aside,
                        new Publication(
                                1,
                                Objects.requireNonNull(merged),
                                hour,
                                PublicationContext.of("run"),
                                null,
                                SmallTown.NOW))
                .content();
        assertThat(snapshot.content()).isEqualTo(whole);
        assertThat(content(snapshot.serveFile())).isEqualTo(content(aside.resolve(SnapshotFolders.SERVE)));
        assertThat(content(snapshot.analystFile())).isEqualTo(content(aside.resolve(SnapshotFolders.ANALYST)));
    }

    private Resolution resolution() {
        Resolution given = town.resolution();
        Map<String, String> tables = new HashMap<>(given.tables());
        Path file = town.root.resolve("lake/given/redirects-" + hour.label() + ".parquet");
        try (Session session = town.engine.open()) {
            session.copy(
                    "select * from (values "
                            + String.join(
                                    ", ",
                                    redirects.entrySet().stream()
                                            .map(led -> "('" + led.getKey() + "', '" + led.getValue() + "', '')")
                                            .toList())
                            + ") t(old_id, enterprise_id, \"hour\")",
                    file);
        }
        tables.put("er_redirect", town.root.relativize(file));
        return new Resolution(tables, given.counts(), given.digest());
    }

    private FileContent content(Path file) {
        try (Session session = town.engine.look(file)) {
            return FileContent.read(session).with(new FileContent(Map.of("meta", "")));
        }
    }

    /** What was written whole is sorted. */
    private boolean isWhole(Snapshot snapshot) {
        List<String> found = enterprises(snapshot);
        return found.equals(found.stream().sorted().toList());
    }

    private List<String> enterprises(Snapshot snapshot) {
        try (Session session = town.engine.look(snapshot.serveFile())) {
            return session.query("select enterprise_id from summary order by rowid", row -> row.getString(1));
        }
    }

    private static String bytes(Snapshot snapshot) throws IOException {
        return new String(Files.readAllBytes(snapshot.serveFile()), StandardCharsets.UTF_8)
                + new String(Files.readAllBytes(snapshot.analystFile()), StandardCharsets.UTF_8);
    }
}

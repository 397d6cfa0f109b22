package io.hourshare.publish;

import static io.hourshare.merge.SmallTown.MARKET;
import static io.hourshare.merge.SmallTown.RATING;
import static io.hourshare.merge.SmallTown.TAX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourshare.engine.Session;
import io.hourshare.kernel.HourWindow;
import io.hourshare.merge.MergedProfiles;
import io.hourshare.merge.ProfileTable;
import io.hourshare.merge.SmallTown;
import io.hourshare.publish.file.FileContent;
import io.hourshare.store.JournalFact.SnapshotRetired;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PublisherTest {

    private static final HourWindow HOUR = HourWindow.parse("2026-11-22T03Z");

    @TempDir
    Path home;

    private SmallTown town;
    private Publications publications;
    private Snapshots snapshots;

    @BeforeEach
    void open() {
        town = new SmallTown(home);
        town.record(
                MARKET,
                "E1",
                "M1",
                "2026-01-02 00:00:00",
                "'91330482MA28A1234X' as uscc, '重庆长江机械有限公司' as ent_name, '平湖市新明路1号' as address,"
                        + " '330482' as region_code, 1000.5::decimal(24,6) as reg_capital, '张三' as legal_rep_name");
        town.record(TAX, "E1", "T1", "2026-02-03 00:00:00", "'平湖市经开路9号' as address, 'C3485' as industry_code");
        town.record(RATING, "E1", "R1", "2026-04-01 00:00:00", "2025::bigint as rating_year, 'A' as rating");
        start(24);
    }

    @AfterEach
    void close() {
        snapshots.close();
        town.close();
    }

    @Test
    void theDocumentSaysEachValueWithItsSource() {
        publish();

        JsonNode document = document("E1");
        assertThat(document.at("/name").asString()).isEqualTo("重庆长江机械有限公司");
        JsonNode capital = document.at("/fields/reg_capital");
        assertThat(capital.path("value").decimalValue()).isEqualByComparingTo("1000.5");
        assertThat(capital.path("title").asString()).isEqualTo("注册资本");
        assertThat(capital.path("unit").asString()).isEqualTo("万元");
        assertThat(capital.path("feed").asString()).isEqualTo("market-regulation.registration");
        assertThat(capital.path("source_time").asString()).isEqualTo("2026-01-02T00:00:00Z");
        assertThat(capital.path("window").asString()).isEqualTo("2026-11-22T03Z");
        assertThat(capital.at("/position/length").asLong()).isEqualTo(90);
        assertThat(document.at("/fields/legal_rep_name/restricted").asBoolean()).isTrue();
        assertThat(document.at("/conflicts/0/attribute").asString()).isEqualTo("address");
        assertThat(document.at("/conflicts/0/losers/0/value").asString()).isEqualTo("平湖市经开路9号");
        assertThat(document.at("/satellites/credit-rating/0/rating_year").asInt())
                .isEqualTo(2025);
        assertThat(document.at("/satellites/credit-rating/0/_source/feed").asString())
                .isEqualTo("tax.credit-rating");
        assertThat(document.at("/names").size()).isEqualTo(2);
        assertThat(document.at("/events/0/kind").asString()).isEqualTo("merge");
        assertThat(document.at("/events/0/subject").asString()).isEqualTo("E0");
        assertThat(served("select old_id, enterprise_id from redirect")).containsExactly("E0 | E1");
    }

    @Test
    void namesAreFoundByNormalFormPinyinAndInitials() {
        publish();

        assertThat(served("select kind, normal, pinyin, initials from name order by kind"))
                .containsExactly(
                        "current | 重庆长江机械有限公司 | chongqingchangjiangjixieyouxiangongsi | cqcjjxyxgs",
                        "former | 厦门行知机械厂 | xiamenxingzhijixiechang | xmxzjxc");
    }

    @Test
    void aPersonsIdentityNumberIsNoCode() {
        publish();

        assertThat(served("select code, kind from code order by code"))
                .containsExactly("91330482MA28A1234X | uscc", "MA28A1234 | org_code");
    }

    @Test
    void analystsGetCommentedTablesWithoutRestrictedColumns() {
        Snapshot snapshot = publish();

        try (Session session = town.engine.openReadOnly(snapshot.analystFile())) {
            assertThat(rows(session, "select column_name from duckdb_columns() where table_name = 'enterprise'"))
                    .contains("reg_capital")
                    .doesNotContain("legal_rep_name");
            assertThat(rows(session, "select value from enterprise_provenance where attribute = 'legal_rep_name'"))
                    .isEmpty();
            assertThat(rows(
                            session,
                            "select comment from duckdb_columns() where table_name = 'enterprise' and column_name ="
                                    + " 'reg_capital'"))
                    .containsExactly("注册资本（万元）");
            assertThat(rows(session, "select rating from credit_rating")).containsExactly("A");
            assertThat(rows(session, "select kind from enterprise_event where subject_id = 'E0'"))
                    .containsExactly("merge");
            assertThat(rows(session, "select tags['storage_version'] from duckdb_databases() where not internal"))
                    .first()
                    .asString()
                    .startsWith("v1.4.0");
            assertThat(rows(session, "select count(*) from duckdb_views() where not internal"))
                    .containsExactly("0");
        }
    }

    @Test
    void aReaderKeepsItsSnapshotWhileTheNextIsPublished() {
        publish();
        try (SnapshotLease lease = snapshots.lease()) {
            publish();

            assertThat(lease.session().number("select value::bigint from meta where key = 'sequence'"))
                    .isEqualTo(1);
            try (SnapshotLease next = snapshots.lease()) {
                assertThat(next.snapshot().sequence()).isEqualTo(2);
            }
        }
    }

    @Test
    void profilesThatDidNotChangeHaveTheSameContentUnderTheNextNumber() {
        Snapshot first = publish();
        Snapshot second = publish();

        assertThat(second.content()).isEqualTo(first.content());
        assertThat(second.directory()).isNotEqualTo(first.directory());
    }

    @Test
    void profilesThatAreTheSameAgainAreTakenOverButNotWhatTheHourSays() {
        Publisher publisher = publisher();
        publisher.publish(town.merge(), HOUR, PublicationContext.of("run-1"));
        Snapshot again = publisher.publish(town.merge(), HOUR.next(), PublicationContext.of("run-2"));
        Snapshot anew = publisher().publish(town.merge(), HOUR.next(), PublicationContext.of("run-2"));

        assertThat(again.content()).isEqualTo(anew.content());
        assertThat(meta(again)).contains("run = run-2", "sequence = 2", "hour = " + HOUR.next());
        assertThat(meta(again)).hasSameSizeAs(meta(anew));
        try (Session one = town.engine.openReadOnly(again.analystFile());
                Session other = town.engine.openReadOnly(anew.analystFile())) {
            assertThat(FileContent.read(one).digest())
                    .isEqualTo(FileContent.read(other).digest());
            String comments = "select table_name || '.' || column_name || ' = ' || comment from duckdb_columns()"
                    + " where comment is not null order by all";
            assertThat(rows(one, comments)).isEqualTo(rows(other, comments)).isNotEmpty();
        }
    }

    private List<String> meta(Snapshot snapshot) {
        try (Session session = town.engine.openReadOnly(snapshot.analystFile())) {
            return rows(session, "select key || ' = ' || value from meta order by key");
        }
    }

    @Test
    void aRestartServesWhatWasPublishedLast() {
        publish();
        Snapshot last = publish();
        snapshots.close();

        start(24);

        assertThat(snapshots.current()).contains(last);
    }

    @Test
    void aDamagedFileIsPassedOverForTheOneBefore() throws IOException {
        Snapshot good = publish();
        Snapshot bad = publish();
        snapshots.close();
        Files.write(bad.serveFile(), new byte[8192]);

        start(24);

        assertThat(snapshots.current()).contains(good);
    }

    @Test
    void onlySoManySnapshotsAreKeptAndNoneThatIsRead() throws IOException {
        start(2);
        publish();
        SnapshotLease held = snapshots.lease();
        publish();
        publish();
        assertThat(folders()).containsExactly("000001", "000002", "000003");

        held.close();
        publish();

        assertThat(folders()).containsExactly("000003", "000004");
        assertThat(town.journal.lines())
                .filteredOn(line -> line.entry() instanceof SnapshotRetired)
                .hasSize(2);
    }

    @Test
    void whatACrashLeftBehindIsSwept() throws IOException {
        Files.createDirectories(home.resolve("snapshots/.building-x"));
        Files.writeString(home.resolve("snapshots/.building-x/serve.duckdb"), "half");
        Files.createDirectories(home.resolve("snapshots/000001-00000000"));
        Files.createDirectories(home.resolve("snapshots/copies of mine"));

        publish();

        assertThat(folders()).containsExactly("000001", "copies");
        assertThat(home.resolve("snapshots/latest").toRealPath())
                .isEqualTo(snapshots.current().orElseThrow().directory());
    }

    @Test
    void aRolledBackPublicationDoesNotComeBackByItself() throws IOException {
        Snapshot good = publish();
        town.record(TAX, "E1", "T7", "2026-05-03 00:00:00", "'C9999' as industry_code")
                .version("bad");
        publish();

        snapshots.rollBack(good.sequence(), "值班员", "行业代码错误");

        assertThat(snapshots.current()).contains(good);
        assertThat(home.resolve("snapshots/latest").toRealPath()).isEqualTo(good.directory());
        assertThatThrownBy(this::publish).isInstanceOf(WithdrawnException.class);
        town.version("new records arrived");
        assertThatThrownBy(this::publish).isInstanceOf(WithdrawnException.class);
        snapshots.release("值班员", "行业代码已更正");
        assertThat(publish().sequence()).isEqualTo(3);
    }

    @Test
    void readersNeverFailNorGoBackWhileSnapshotsAreSwapped() throws Exception {
        publish();
        AtomicBoolean stop = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(3);
        List<Future<Long>> readers =
                Stream.generate(() -> threads.submit(() -> read(stop))).limit(3).toList();

        for (int i = 0; i < 6; i++) {
            publish();
        }
        stop.set(true);

        for (Future<Long> reader : readers) {
            assertThat(reader.get(30, TimeUnit.SECONDS)).isPositive();
        }
        threads.shutdown();
    }

    /** Reads until told to stop; each answer is of one version, and versions only rise. */
    private long read(AtomicBoolean stop) {
        long answers = 0;
        long last = 0;
        while (!stop.get()) {
            try (SnapshotLease lease = snapshots.lease()) {
                long version = lease.session().number("select value::bigint from meta where key = 'sequence'");
                assertThat(version).isEqualTo(lease.snapshot().sequence()).isGreaterThanOrEqualTo(last);
                assertThat(lease.session().number("select count(*) from document"))
                        .isOne();
                last = version;
                answers++;
            }
        }
        return answers;
    }

    @Test
    void aValueWithoutItsSourceIsNeverPublished() {
        MergedProfiles merged = town.merge();
        String altered = merged.tables().get("enterprise").newest().replace("enterprise.parquet", "altered.parquet");
        Map<String, ProfileTable> tables = new HashMap<>(merged.tables());
        tables.put("enterprise", ProfileTable.whole(altered));
        try (Session session = town.engine.open()) {
            session.copy(
                    "select * replace (2000::decimal(24,6) as reg_capital, date '2000-01-01' as est_date) from "
                            + merged.tables().get("enterprise").rows(town.root::resolve),
                    town.root.resolve(altered));
        }

        assertThatThrownBy(() -> publisher()
                        .publish(
                                new MergedProfiles(tables, merged.counts(), merged.digest(), null),
                                HOUR,
                                PublicationContext.of("run-1")))
                .isInstanceOf(SnapshotDamagedException.class)
                .hasMessageContaining("est_date");
        assertThat(snapshots.current()).isEmpty();
    }

    @Test
    void withoutAPublicationReadersAreToldSo() {
        assertThat(snapshots.current()).isEmpty();
        assertThatThrownBy(() -> snapshots.lease()).isInstanceOf(NoSnapshotException.class);
    }

    @Test
    void theServedFileCannotReadOtherFilesNorBeWritten() {
        publish();

        try (SnapshotLease lease = snapshots.lease()) {
            Session session = lease.session();
            assertThatThrownBy(() -> session.number("select count(*) from read_text('/etc/hostname')"))
                    .hasMessageContaining("disabled");
            assertThatThrownBy(() -> session.execute("delete from summary")).hasMessageContaining("read-only");
            assertThatThrownBy(() -> session.execute("set threads = 8")).hasMessageContaining("locked");
        }
    }

    private void start(int keep) {
        PublishSettings settings = new PublishSettings(keep, 2, Duration.ofSeconds(1));
        publications = new Publications(town.root, town.journal);
        snapshots = new Snapshots(
                town.engine,
                town.root,
                town.journal,
                publications,
                settings,
                PublicationWitnesses.none(),
                kept -> kept);
        this.keep = settings;
    }

    private PublishSettings keep = new PublishSettings(24, 2, Duration.ofSeconds(1));

    private Snapshot publish() {
        return publisher().publish(town.merge(), HOUR, PublicationContext.of("run-1"));
    }

    private Publisher publisher() {
        return new Publisher(
                town.catalogue(),
                town.engine,
                town.root,
                town.journal,
                town.ledger,
                publications,
                snapshots,
                keep,
                PublicationWitnesses.none(),
                Clock.fixed(SmallTown.NOW, ZoneOffset.UTC));
    }

    private JsonNode document(String enterprise) {
        return JsonMapper.shared()
                .readTree(served("select body from document where enterprise_id = '" + enterprise + "'")
                        .get(0));
    }

    private List<String> served(String sql) {
        try (SnapshotLease lease = snapshots.lease()) {
            return rows(lease.session(), sql);
        }
    }

    private static List<String> rows(Session session, String sql) {
        return session.query(sql, row -> {
            StringJoiner line = new StringJoiner(" | ");
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                line.add(String.valueOf(row.getString(i)));
            }
            return line.toString();
        });
    }

    private List<String> folders() throws IOException {
        try (Stream<Path> all = Files.list(home.resolve("snapshots"))) {
            return all.filter(path -> Files.isDirectory(path, java.nio.file.LinkOption.NOFOLLOW_LINKS))
                    .map(path -> path.getFileName().toString())
                    .map(name -> name.substring(0, Math.min(6, name.length())))
                    .sorted()
                    .toList();
        }
    }
}

package io.hourshare.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.Catalogue;
import io.hourshare.engine.Engine;
import io.hourshare.evidence.Claim;
import io.hourshare.evidence.PublishedClaims;
import io.hourshare.evidence.ValueTrace;
import io.hourshare.kernel.FeedId;
import io.hourshare.merge.Merger;
import io.hourshare.normalize.RecordReplay;
import io.hourshare.normalize.ReturnedRecords;
import io.hourshare.normalize.kept.UsedMappings;
import io.hourshare.operate.replay.QuarantineReplay;
import io.hourshare.operate.replay.ReplayDiff;
import io.hourshare.operate.run.OperatorRuns;
import io.hourshare.store.DataRoot;
import io.hourshare.store.Ledger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Two hours, the mapping changed between them: what the first one brought is told by the mapping of its time. */
class FormerMappingTest {

    private static final FeedId REGISTRATION = FeedId.parse("market-regulation.registration");
    private static final FeedId RATING = FeedId.parse("tax.credit-rating");

    @TempDir
    static Path folder;

    private static Path home;
    private static List<Claim> addresses;
    private static ValueTrace.Traced traced;
    private static ReplayDiff diff;
    private static String today;

    @BeforeAll
    static void work() throws Exception {
        home = folder.resolve("town");
        older("jobs/market-regulation/registration.yaml", "{ from: DOM, as: address }", "{ from: NAME, as: text }");
        older("jobs/tax/credit-rating.yaml", "{ from: PJDW, as: text }", "{ from: NSRMC, as: text }");
        older(
                "schemas/tax/credit-rating.odcs.yaml",
                "minimum: 0, maximum: 1000 }",
                "minimum: 0, maximum: 69 }, required: true");
        try (ThinTown town = new ThinTown(
                home, 12, Map.of("hourshare.catalogue", folder.resolve("older").toString()))) {
            town.hour(0);
        }
        try (ThinTown town = new ThinTown(home, 12)) {
            town.hour(1);
            ask(town);
        }
    }

    private static void older(String file, String now, String before) throws Exception {
        Path older = folder.resolve("older").resolve(file);
        Files.createDirectories(older.getParent());
        String text = Files.readString(Path.of(file));
        assertThat(text).contains(now);
        Files.writeString(older, text.replace(now, before));
    }

    private static void ask(ThinTown town) {
        Catalogue catalogue = town.bean(Catalogue.class);
        Ledger ledger = town.bean(Ledger.class);
        Engine engine = town.bean(Engine.class);
        DataRoot root = town.bean(DataRoot.class);
        UsedMappings mappings = town.bean(UsedMappings.class);
        PublishedClaims claims = new PublishedClaims(root, engine, ledger, town.bean(Merger.class), town.snapshots());
        today = catalogue.feed(REGISTRATION).orElseThrow().digest().short8();
        addresses = claims.all("address");
        traced = ValueTrace.of(claims, town.bean(RecordReplay.class), mappings, catalogue, root, engine, ledger)
                .sampleOfEveryKind(10_000);
        OperatorRuns runs = new OperatorRuns(
                catalogue, ledger, null, null, null, null, new ReturnedRecords(engine, root::resolve), null);
        diff = new QuarantineReplay(root, ledger, engine, town.bean(RecordReplay.class), mappings, runs)
                .diff(RATING, TownFiles.window(0), TownFiles.window(0));
    }

    @Test
    void aValueNamesTheRuleAndTheMappingThatMadeItThoughTheMappingChangedSince() {
        Map<Boolean, List<Claim>> byTime =
                addresses.stream().collect(Collectors.partitioningBy(claim -> today.equals(claim.mapping())));

        assertThat(byTime.get(false)).isNotEmpty().allSatisfy(claim -> {
            assertThat(claim.value()).isEqualTo("张三");
            assertThat(claim.rule()).isEqualTo("text");
            assertThat(claim.sourceField()).isEqualTo("NAME");
            assertThat(claim.window()).isEqualTo(TownFiles.window(0));
        });
        assertThat(byTime.get(true)).isNotEmpty().allSatisfy(claim -> {
            assertThat(claim.value()).contains("当湖街道");
            assertThat(claim.rule()).isEqualTo("address");
            assertThat(claim.sourceField()).isEqualTo("DOM");
            assertThat(claim.window()).isEqualTo(TownFiles.window(1));
        });
        assertThat(addresses.stream().map(Claim::model).distinct())
                .as("versions of the rules")
                .hasSize(2);
    }

    @Test
    void everyValueIsComputedAgainByTheMappingOfItsHour() {
        assertThat(traced.total()).isGreaterThan(50);
        assertThat(traced.wrong()).isEmpty();
        assertThat(traced.kinds())
                .as("believed fields, codes of identities, rows of satellites")
                .containsKeys("enterprise", "identity", "licence", "credit-rating");
    }

    @Test
    void bothJudgesReadAnHourByItsOwnMapping() throws Exception {
        assertThat(TownCopies.verify(home, Law.EVIDENCE, Level.DEEP).findings())
                .extracting(Finding::text)
                .isEmpty();
        IndependentChecker.require();
        JsonNode said = IndependentChecker.judge(home, true);
        assertThat(said.path("broken")).as(said.toString()).isEmpty();
    }

    @Test
    void aReplayLaysTheMappingOfTheHourBesideTheOneOfToday() {
        assertThat(diff.rows()).isNotEmpty().allSatisfy(row -> {
            assertThat(row.field()).isEqualTo("PJDF");
            assertThat(row.accepted()).isTrue();
            assertThat(row.formerly()).as("out of its bounds then").isEmpty();
            assertThat(row.after()).startsWith("score=");
            Map<String, ReplayDiff.Change> changes = new TreeMap<>();
            row.changes().forEach(change -> changes.put(change.field(), change));
            assertThat(changes.keySet()).containsExactly("authority", "score");
            assertThat(changes.get("authority").before()).startsWith("平湖");
            assertThat(changes.get("authority").after()).isEqualTo("平湖市税务局");
            assertThat(changes.get("score").before()).isEmpty();
        });
    }
}

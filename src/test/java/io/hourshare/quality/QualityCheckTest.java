package io.hourshare.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.CatalogueReader;
import io.hourshare.contract.CatalogueSource;
import io.hourshare.contract.ChangedContract;
import io.hourshare.contract.Feed;
import io.hourshare.contract.FeedContract;
import io.hourshare.contract.QualityRule;
import io.hourshare.contract.QualityRule.Measure;
import io.hourshare.engine.Engine;
import io.hourshare.engine.EngineSettings;
import io.hourshare.engine.Session;
import io.hourshare.kernel.Digest;
import io.hourshare.kernel.FeedId;
import io.hourshare.normalize.CurrentRecords;
import io.hourshare.store.DataRoot;
import io.hourshare.store.Journal;
import io.hourshare.store.Ledger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QualityCheckTest {

    private static final FeedId TAX = FeedId.parse("tax.registration");

    private DataRoot root;
    private Journal journal;
    private Ledger ledger;
    private Engine engine;
    private CurrentRecords current;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        root = DataRoot.open(folder);
        journal = Journal.open(root, Clock.fixed(Instant.parse("2026-11-22T04:00:00Z"), ZoneOffset.UTC));
        ledger = new Ledger(journal);
        engine = new Engine(new EngineSettings("512MB", 1), root.path().resolve("spill"));
        Path file = root.resolve("lake/current/tax.registration/x/records.parquet");
        Files.createDirectories(file.getParent());
        try (Session session = engine.open()) {
            session.copy(
                    "select * from (values ('1', 'U', '91330482MA2BXK7N3H', 'a'), ('2', 'U', null, 'b'), "
                            + "('3', 'U', null, 'b'), ('4', 'U', '91330482MA2BXK7N4F', 'c'), ('5', 'D', null, null)) "
                            + "t(_key, _op, uscc, tax_reg_seq)",
                    file);
        }
        current = new CurrentRecords(
                Map.of(TAX, List.of("lake/current/tax.registration/x/records.parquet")), Digest.of("x"));
    }

    @AfterEach
    void close() {
        root.close();
    }

    @Test
    void rulesRunAsSqlOverSourceNamesAndGiveAScorePerDimension() {
        List<QualityResult> results = results(
                rule("q1", "completeness", "select count(*) from records where \"SHXYDM\" is null", "mustBe", 0, false),
                rule(
                        "q2",
                        "completeness",
                        "select count(*) from records where \"SHXYDM\" is null",
                        "mustBeLessThan",
                        60,
                        true),
                rule("q3", "uniqueness", "select count(*) - count(distinct \"DJXH\") from records", "mustBe", 0, false),
                rule("q4", "coverage", "select count(*) from records", "mustBeGreaterThan", 3, false));

        assertThat(results).extracting(QualityResult::number).containsExactly(2.0, 2.0, 1.0, 4.0);
        assertThat(results).extracting(QualityResult::met).containsExactly(false, true, false, true);
        assertThat(DimensionScore.of(results))
                .extracting(score -> score.dimension() + "=" + score.score())
                .containsExactly("completeness=0.75", "coverage=1.0", "uniqueness=0.75");
    }

    @Test
    void aRuleThatCannotBeRunSaysSoAndStopsNoOther() {
        List<QualityResult> results = results(
                rule("q1", "accuracy", "select count(*) from nowhere", "mustBe", 0, false),
                rule("q2", "accuracy", "select count(*) from read_csv('/etc/passwd')", "mustBe", 0, false),
                rule("q3", "accuracy", "drop table records", "mustBe", 0, false),
                rule("q4", "coverage", "select count(*) from records", "mustBe", 4, false));

        assertThat(results).extracting(QualityResult::number).containsExactly(null, null, null, 4.0);
        assertThat(results).extracting(QualityResult::met).containsExactly(false, false, false, true);
    }

    @Test
    void whatDidNotChangeIsNotCheckedAgain() {
        QualityRule rule = rule("q1", "coverage", "select count(*) from records", "mustBe", 4, false);
        results(rule);
        long lines = journal.lines().size();

        results(rule);

        assertThat(journal.lines()).hasSize((int) lines);
    }

    @Test
    void theCataloguesOwnRulesAreReadFromTheStandardsWords() {
        Feed tax = CatalogueReader.read(CatalogueSource.embedded())
                .catalogue()
                .feed(TAX)
                .orElseThrow();

        assertThat(tax.contract().quality())
                .extracting(QualityRule::dimension)
                .containsExactly("coverage", "uniqueness", "completeness");
        assertThat(tax.contract().quality())
                .extracting(QualityRule::title)
                .containsExactly("行数大于 0", "登记序号不重复", "有税号或代码");
        assertThat(tax.contract().quality().get(2).query()).contains("from records where");
    }

    private List<QualityResult> results(QualityRule... rules) {
        Catalogue embedded = CatalogueReader.read(CatalogueSource.embedded()).catalogue();
        Feed tax = embedded.feed(TAX).orElseThrow();
        FeedContract contract = ChangedContract.judgedBy(tax.contract(), List.of(rules));
        Catalogue catalogue = new Catalogue(
                List.of(new Feed(contract, tax.route(), tax.job(), tax.digest())),
                embedded.templates(),
                embedded.entities(),
                embedded.codeLists(),
                embedded.models(),
                embedded.survivorship(),
                embedded.digest());
        new QualityCheck(catalogue, root, engine, journal, ledger).run(current);
        return new QualityResults(catalogue, ledger).newest();
    }

    private static QualityRule rule(
            String id, String dimension, String query, String operator, double bound, boolean percent) {
        return new QualityRule(id, id, dimension, null, query, new Measure(operator, bound, 0, percent), "warning", 1);
    }
}

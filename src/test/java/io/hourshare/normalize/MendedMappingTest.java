package io.hourshare.normalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.ChangedContract;
import io.hourshare.contract.Disposition;
import io.hourshare.contract.Feed;
import io.hourshare.contract.FeedContract;
import io.hourshare.contract.FeedJob;
import io.hourshare.contract.FieldMapping;
import io.hourshare.contract.LogicalType;
import io.hourshare.contract.SourceField;
import io.hourshare.kernel.Digest;
import io.hourshare.kernel.HourWindow;
import io.hourshare.land.LandedBatch;
import io.hourshare.land.LandedFiles;
import io.hourshare.normalize.convert.Tokens;
import io.hourshare.normalize.kept.UsedMappings;
import io.hourshare.operate.replay.QuarantineReplay;
import io.hourshare.operate.replay.ReplayDiff;
import io.hourshare.operate.run.OperatorRuns;
import io.hourshare.store.BatchCounts;
import io.hourshare.store.JournalFact.BatchAdopted;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mapping is mended after data came: what was sent back is tried again, what was not mapped is filled in. */
class MendedMappingTest {

    private static final HourWindow HOUR = NormalizeBench.HOUR;

    private NormalizeBench bench;
    private final Feed registration = NormalizeBench.feed("market-regulation.registration");

    @BeforeEach
    void open(@TempDir Path folder) {
        bench = new NormalizeBench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aRowDiffTellsWhatTheMendedMappingMakesOfTheQuarantinedRecordsAlone() {
        Feed strict = requiring(registration, "REGCAP", "strict");
        bench.normalization.normalize(
                strict,
                land(row(1, "\"REGCAP\":\"100\"") + row(2, "\"REGCAP\":\"五百万整（认缴）\"") + row(3, "\"REGCAP\":\"\"")));
        Feed mended = required(registration, "REGCAP", false, "mended");
        Catalogue catalogue = NormalizeBench.only(mended);
        UsedMappings mappings = new UsedMappings(bench.root.path(), bench.journal, catalogue);
        RecordReplay records = new RecordReplay(
                LandedFiles.of(bench.root.path()),
                bench.engine,
                bench.journal,
                new Tokens("a key of the tests".getBytes(StandardCharsets.UTF_8)));

        ReplayDiff diff = new QuarantineReplay(
                        bench.root, bench.ledger, bench.engine, records, mappings, runs(catalogue))
                .diff(mended.id(), HOUR, HOUR);

        assertThat(diff.rows()).isNotEmpty().allSatisfy(row -> {
            assertThat(row.field()).isEqualTo("REGCAP");
            assertThat(row.accepted()).isTrue();
        });
        assertThat(diff.rows()).extracting(ReplayDiff.Row::key).contains("P3").doesNotContain("P1");
        assertThat(diff.windows()).containsExactly(HOUR.label());
        assertThat(diff.plan().slots()).singleElement().satisfies(slot -> {
            assertThat(slot.rows()).isEqualTo(diff.rows().size());
            assertThat(slot.reads())
                    .singleElement()
                    .asString()
                    .startsWith("landing/")
                    .endsWith("rows.jsonl");
            assertThat(slot.replaces()).singleElement().asString().startsWith("lake/quarantine/");
        });
        assertThat(new QuarantineReplay(
                                bench.root,
                                bench.ledger,
                                bench.engine,
                                records,
                                new UsedMappings(bench.root.path(), bench.journal, NormalizeBench.only(strict)),
                                runs(catalogue))
                        .diff(strict.id(), HOUR, HOUR)
                        .rows())
                .as("an unchanged mapping has nothing to try again")
                .isEmpty();
    }

    @Test
    void onlyWhatWasSentBackIsNormalizedAgainAndTakenInBesideWhatStood() {
        Feed strict = requiring(registration, "REGCAP", "strict");
        LandedBatch landed = land(row(1, "\"REGCAP\":\"100\"") + row(2, "\"REGCAP\":\"五百万整（认缴）\"")
                + row(3, "\"REGCAP\":\"\"") + row(3, "\"REGCAP\":\"\"") + "{\"PRIPID\":\"\",\"ENTNAME\":\"无主体代码\"}\n");
        NormalizedBatch first = bench.normalization.normalize(strict, landed);
        assertThat(first.counts().quarantined()).isGreaterThan(2);

        Feed mended = required(registration, "REGCAP", false, "mended");
        bench.normalization.mend(mended, landed);

        BatchAdopted adopted = adopted();
        BatchCounts counts = adopted.counts();
        assertThat(counts.balances()).as(counts.toString()).isTrue();
        assertThat(counts.received()).isEqualTo(5);
        assertThat(counts.quarantined()).isEqualTo(1);
        assertThat(counts.duplicates()).isEqualTo(1);
        assertThat(adopted.mends()).isEqualTo(strict.digest());
        assertThat(adopted.files()).as("what was accepted stays where it is").containsAll(first.records());
        assertThat(adopted.files()).doesNotContainAnyElementsOf(first.quarantine());
        assertThat(bench.select(records(adopted), "select _key from records order by _key, _ordinal"))
                .containsExactly("P1", "P2", "P3", "P3");
        assertThat(bench.normalization.current().files().get(mended.id())).isNotEmpty();
    }

    @Test
    void aBatchIsMendedOnceByAMappingAndOnceMoreByTheNext() {
        LandedBatch landed = land(row(1, "\"REGCAP\":\"100\"")
                + row(2, "\"REGCAP\":\"\"")
                + row(3, "\"REGCAP\":\"\"").replace("\"ENTNAME\":\"平湖3有限公司\",", ""));
        bench.normalization.normalize(requiring(registration, "REGCAP", "strict"), landed);
        Feed second = required(registration, "REGCAP", false, "second");
        bench.normalization.mend(second, landed);
        int lines = bench.journal.lines().size();
        bench.normalization.mend(second, landed);
        assertThat(bench.journal.lines()).as("the same again changes nothing").hasSize(lines);
        assertThat(adopted().counts().quarantined()).isEqualTo(1);

        Feed third = required(second, "ENTNAME", false, "third");
        bench.normalization.mend(third, landed);

        assertThat(adopted().counts().balances()).isTrue();
        assertThat(adopted().counts().accepted()).isEqualTo(3);
        assertThat(records(adopted())).as("one file for each mapping").hasSize(3);
    }

    @Test
    void aJobThatReadsOtherwiseCannotBeHeldToTheOldPlaces() {
        Feed strict = requiring(registration, "REGCAP", "strict");
        LandedBatch landed = land(row(1, "\"REGCAP\":\"\",\"LIST\":[{\"a\":1},{\"a\":2}]") + row(2, "\"REGCAP\":\"\""));
        bench.normalization.normalize(strict, landed);
        BatchAdopted before = adopted();
        Feed otherwise =
                NormalizeBench.reading(required(registration, "REGCAP", false, "exploded"), Map.of("explode", "LIST"));

        assertThatThrownBy(() -> bench.normalization.mend(otherwise, landed))
                .isInstanceOf(BatchHeldException.class)
                .hasMessageContaining("重跑");
        assertThat(adopted()).as("the adopted result stands").isEqualTo(before);
    }

    private BatchAdopted adopted() {
        return bench.ledger.slot(registration.id(), HOUR).orElseThrow().adopted();
    }

    private static List<String> records(BatchAdopted adopted) {
        return adopted.files().stream()
                .filter(file -> file.startsWith("lake/normalized/"))
                .toList();
    }

    private OperatorRuns runs(Catalogue catalogue) {
        ReturnedRecords returned = new ReturnedRecords(bench.engine, bench.root::resolve);
        return new OperatorRuns(catalogue, bench.ledger, null, null, null, null, returned, null);
    }

    @Test
    @Tag("F40")
    void aNewColumnIsKeptRawAndFilledInFromLandingOnceItIsMapped() {
        String rows = IntStream.range(0, 40)
                .mapToObj(number -> row(number, "\"CHAIN_ROLE\":\"链主" + number + "\""))
                .collect(Collectors.joining());
        LandedBatch landed = land(rows);
        bench.normalization.normalize(registration, landed);
        assertThat(bench.ledger.drifts()).isNotEmpty();

        Feed mapped = mapping(registration, "CHAIN_ROLE", "chain_role");
        NormalizedBatch again = bench.normalization.normalize(mapped, landed);

        assertThat(bench.select(again.records(), "select chain_role from records where _key = 'P7'"))
                .containsExactly("链主7");
    }

    private LandedBatch land(String rows) {
        return bench.land(registration, HOUR, Map.of("rows.jsonl", rows.getBytes(StandardCharsets.UTF_8)));
    }

    private static String row(int number, String more) {
        return ("{\"PRIPID\":\"P%d\",\"ENTNAME\":\"平湖%d有限公司\"," + more
                        + ",\"S_EXT_TIMESTAMP\":\"2026-11-22 11:30:00\",\"S_EXT_FLAG\":\"U\"}\n")
                .formatted(number, number);
    }

    private static Feed requiring(Feed feed, String field, String digest) {
        return required(feed, field, true, digest);
    }

    private static Feed required(Feed feed, String name, boolean required, String digest) {
        List<SourceField> fields = feed.contract().fields().stream()
                .map(field -> !field.name().equals(name)
                        ? field
                        : new SourceField(
                                field.name(),
                                field.title(),
                                field.type(),
                                field.unit(),
                                required,
                                field.keyPosition(),
                                field.classification(),
                                field.disposition(),
                                field.options()))
                .toList();
        return with(feed, fields, feed.job().map(), digest);
    }

    private static Feed mapping(Feed feed, String source, String canonical) {
        List<SourceField> fields = new ArrayList<>(feed.contract().fields());
        fields.add(new SourceField(
                source, "链上角色", LogicalType.STRING, null, false, 0, "internal", Disposition.KEEP, Map.of()));
        List<FieldMapping> map = new ArrayList<>(feed.job().map());
        map.add(new FieldMapping(canonical, List.of(source), "text", Map.of()));
        return with(feed, fields, map, "mapped");
    }

    private static Feed with(Feed feed, List<SourceField> fields, List<FieldMapping> map, String digest) {
        FeedContract contract = ChangedContract.withFields(feed.contract(), fields);
        FeedJob job = new FeedJob(
                feed.job().feed(),
                feed.job().into(),
                feed.job().reading(),
                map,
                feed.job().minute(),
                feed.job().quarantineTolerance(),
                feed.job().vanishTolerance());
        return new Feed(contract, feed.route(), job, Digest.of(digest));
    }
}

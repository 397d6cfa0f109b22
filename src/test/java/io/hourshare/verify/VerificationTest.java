package io.hourshare.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourshare.verify.Finding.Severity;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three hours of a small town, whole and after harm was done to its files. */
class VerificationTest {

    @TempDir
    static Path folder;

    private static TownCopies town;

    @BeforeAll
    static void work() {
        town = new TownCopies(folder, 3, 12);
    }

    @Test
    void everyLawHoldsOfHoursThatWentWell() {
        Report report = TownCopies.verify(town.original(), Level.DEEP);

        assertThat(report.findings()).extracting(Finding::text).isEmpty();
        assertThat(report.laws()).hasSize(Law.values().length).allSatisfy(law -> {
            assertThat(law.unchecked()).isEmpty();
            assertThat(law.checked()).as(law.law().title()).isPositive();
        });
        assertThat(report.exitCode()).isZero();
    }

    @Test
    void aServiceThatHoldsTheDataRootIsNotInTheWay() {
        Path copy = town.copy();
        try (ThinTown running = new ThinTown(copy, 12)) {
            running.bring(3);

            assertThat(TownCopies.verify(copy, Level.FULL).exitCode()).isZero();
        }
    }

    @Test
    @Tag("F01")
    void theLastSealThatAKillKeptFromTheAnchorBreaksNothing() throws Exception {
        Path copy = town.copy();
        Path anchor = copy.resolve("evidence/roots.jsonl");
        List<String> lines = Files.readAllLines(anchor);
        Files.write(anchor, lines.subList(0, lines.size() - 1));

        Report report = TownCopies.verify(copy, Level.QUICK);

        assertThat(report.findings())
                .singleElement()
                .returns(Severity.WARNING, Finding::severity)
                .satisfies(finding -> assertThat(finding.found()).contains("下次启动时补上"));
        assertThat(report.exitCode()).as("warnings alone").isEqualTo(1);

        Files.write(anchor, lines.subList(1, lines.size()));
        assertThat(TownCopies.verify(copy, Level.QUICK).findings())
                .singleElement()
                .returns(Severity.BROKEN, Finding::severity);
    }

    @Test
    @Tag("F62")
    void aChangedByteOfALandedFileIsFound() throws Exception {
        Path copy = town.copy();
        Path file = TownCopies.files(copy.resolve("landing"), "rating.csv").get(0);
        byte[] bytes = Files.readAllBytes(file);
        bytes[100] ^= 1;
        Files.write(file, bytes);

        assertBroken(copy, Level.QUICK, Law.BYTES, "rating.csv");
    }

    @Test
    void aMissingAndAnExtraLandedFileAreFound() throws Exception {
        Path copy = town.copy();
        Path file = TownCopies.files(copy.resolve("landing"), "page-1.json").get(0);
        Files.move(file, file.resolveSibling("page-9.json"));

        assertBroken(copy, Level.QUICK, Law.BYTES, "page-1.json", "page-9.json");
    }

    @Test
    void whatACrashLeftInLandingIsOnlyAWarning() throws Exception {
        Path copy = town.copy();
        Path left = Files.createDirectories(copy.resolve("landing/tax.arrears/2026-11-20T05Z/0badcafe"));
        Files.writeString(left.resolve("answer.xml"), "<rows/>");

        Report report = TownCopies.verify(copy, Level.QUICK);

        assertThat(report.exitCode()).isEqualTo(1);
        assertThat(report.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.WARNING));
    }

    @Test
    @Tag("F62")
    void recordsThatWereTakenOutOfTheLakeAreMissed() throws Exception {
        Path copy = town.copy();
        List<Path> files = TownCopies.files(copy.resolve("lake/normalized/tax.credit-rating"), ".parquet");
        Files.copy(files.get(1), files.get(0), java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        assertBroken(copy, Level.QUICK, Law.ROWS, "lake/normalized/tax.credit-rating/");
    }

    @Test
    void anotherValueInTheLakeIsFoundByReplay() throws Exception {
        Path copy = town.copy();
        Path file = TownCopies.files(copy.resolve("lake/normalized/park.roster"), ".parquet")
                .get(0);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 3] ^= 4;
        Files.write(file, bytes);

        assertThat(TownCopies.verify(copy, Law.REPLAY, Level.DEEP).findings())
                .anyMatch(finding -> finding.law() == Law.REPLAY);
    }

    @Test
    void aValueThatItsBytesDoNotGiveIsNamedWithBothSidesFileAndRow() throws Exception {
        Path copy = town.copy();
        PlantedFault.claims(
                copy,
                "select * replace (case when attribute = 'ent_name' and enterprise_id = (select min(enterprise_id) from"
                        + " was) then '平湖冒名有限公司' else value end as value) from was");

        assertThat(TownCopies.verify(copy, Law.EVIDENCE, Level.FULL).findings())
                .filteredOn(finding -> finding.file().startsWith("landing/"))
                .isNotEmpty()
                .allSatisfy(finding -> {
                    assertThat(finding.law()).isEqualTo(Law.EVIDENCE);
                    assertThat(finding.expected()).startsWith("按位置与规则得 平湖").doesNotContain("冒名");
                    assertThat(finding.found()).isEqualTo("所载为 平湖冒名有限公司");
                    assertThat(finding.row()).isNotNull();
                });
    }

    @Test
    void aValueByADecisionThatNobodyTookIsNamed() throws Exception {
        Path copy = town.copy();
        PlantedFault.claims(
                copy,
                "select * replace (case when attribute = 'ent_name' then null else object end as object, case when"
                        + " attribute = 'ent_name' then 'RG20261120-0001' else record_key end as record_key) from was");

        assertThat(TownCopies.verify(copy, Law.EVIDENCE, Level.FULL).findings())
                .filteredOn(finding -> finding.scope().contains("RG20261120-0001"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.expected()).isEqualTo("日志中的人工更正");
                    assertThat(finding.found()).isEqualTo("日志没有这项决定");
                    assertThat(finding.file()).endsWith("/claim.parquet");
                });
    }

    @Test
    @Tag("F62")
    void aChangedSnapshotIsFound() throws Exception {
        Path copy = town.copy();
        Path file =
                TownCopies.files(copy.resolve("snapshots"), "analyst.duckdb").get(1);
        Files.writeString(file, "x", java.nio.file.StandardOpenOption.APPEND);

        assertBroken(copy, Level.QUICK, Law.VERSIONS, "analyst.duckdb");
    }

    @Test
    void anEditedADroppedAndASwappedLineAreLocated() {
        Path edited = town.copy();
        int line = TownCopies.editOneLine(edited);
        Path dropped = town.copy();
        TownCopies.edit(dropped, lines -> {
            lines.remove(6);
            return lines;
        });
        Path swapped = town.copy();
        TownCopies.edit(swapped, lines -> {
            Collections.swap(lines, 8, 9);
            return lines;
        });

        assertThat(firstDamage(edited)).isEqualTo(line);
        assertThat(firstDamage(dropped)).isEqualTo(7);
        assertThat(firstDamage(swapped)).isEqualTo(9);
    }

    @Test
    void linesThatWereCutOffTheEndAreMissed() throws Exception {
        Path copy = town.copy();
        TownCopies.edit(copy, lines -> lines.subList(0, lines.size() - 1));
        int lines = Files.readAllLines(TownCopies.journal(copy), StandardCharsets.UTF_8)
                .size();

        assertThat(firstDamage(copy)).isEqualTo(lines + 1);
    }

    @Test
    void afolderWithoutAJournalCannotBeVerified() {
        assertThatThrownBy(() -> TownCopies.verify(folder.resolve("nothing"), Level.QUICK))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("--home");
    }

    private static long firstDamage(Path home) {
        return TownCopies.verify(home, Law.CHAIN, Level.QUICK).laws().stream()
                .flatMap(law -> law.findings().stream())
                .mapToLong(finding -> finding.row() == null ? 0 : finding.row())
                .findFirst()
                .orElse(-1);
    }

    private static void assertBroken(Path home, Level level, Law law, String... files) {
        Report report = TownCopies.verify(home, law, level);
        assertThat(report.exitCode()).isEqualTo(2);
        for (String file : files) {
            assertThat(report.findings()).anySatisfy(finding -> {
                assertThat(finding.law()).isEqualTo(law);
                assertThat(finding.severity()).isEqualTo(Severity.BROKEN);
                assertThat(finding.file()).contains(file);
                assertThat(finding.remedy()).isNotBlank();
            });
        }
    }
}

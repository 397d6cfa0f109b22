package io.hourshare.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourshare.kernel.FeedId;
import io.hourshare.land.LandedFiles;
import io.hourshare.land.Retention;
import io.hourshare.store.JournalFact.ObjectLanded;
import io.hourshare.store.JournalLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A town whose contracts allow two days: five formats, encrypted while they are kept, and gone after. */
class RetentionTest {

    private static final Instant OVER = Instant.parse("2026-11-22T00:00:00Z");
    private static final byte[] HELD_BACK = "无主体代码的企业".getBytes(StandardCharsets.UTF_8);
    /** In the order in which they come. */
    private static final List<String> STEPS = List.of(
            "erasing@landing",
            "overwritten@landing",
            "line@RetentionEnded",
            "written@RetentionEnded",
            "deleting@landing",
            "deleting@quarantine");

    @TempDir
    static Path folder;

    private static Path original;
    private static int copies;

    private Path home;
    private ThinTown town;

    @BeforeAll
    static void work() throws IOException {
        for (FeedId feed : TownFiles.feeds()) {
            String path = "schemas/" + feed.department() + "/" + feed.name() + ".odcs.yaml";
            String contract = Files.readString(Path.of(path));
            Path limited = folder.resolve("catalogue").resolve(path);
            Files.createDirectories(limited.getParent());
            Files.writeString(
                    limited,
                    contract.replaceAll("(property: retention), value: \\d+, unit: y", "$1, value: 2, unit: d"));
        }
        original = folder.resolve("original");
        try (ThinTown first = open(original)) {
            first.hour(0);
            first.bring(1);
        }
    }

    @BeforeEach
    void copy() {
        home = folder.resolve("copy-" + ++copies);
        TownCopies.copy(original, home);
        TownCopies.copy(keys(original), keys(home));
        town = open(home);
    }

    @AfterEach
    void close() {
        town.close();
    }

    private static Path keys(Path home) {
        return home.resolveSibling(home.getFileName() + "-keys");
    }

    private static ThinTown open(Path home) {
        return new ThinTown(
                home,
                8,
                Map.of("hourshare.catalogue", folder.resolve("catalogue").toString()));
    }

    @Test
    void everyFormatIsReadFromWhatIsEncrypted() throws Exception {
        for (Path file : files("landing")) {
            assertThat(file.toString()).endsWith(".20261120.sealed");
            assertThat(contains(file, "平湖".getBytes(StandardCharsets.UTF_8))).isFalse();
        }
        assertThat(files("landing")).hasSizeGreaterThan(8);
        assertHolds(Level.DEEP, 0);
        IndependentChecker.require();
        JsonNode said = IndependentChecker.judge(home, true);
        assertThat(said.path("exit").asInt(-1)).as(said.toString()).isZero();
        assertThat(said.path("checked").path("1").asLong()).isPositive();
    }

    @Test
    void aStrangerWithTheKeysRecountsWhatIsEncryptedAndOneWithoutSaysWhatIsLeft() throws Exception {
        IndependentChecker.require();
        Path landingKeys = keys(home).resolve("landing");

        JsonNode closed = IndependentChecker.judge(home, true);
        JsonNode opened = IndependentChecker.judgeWithKeys(home, landingKeys);

        assertThat(closed.path("untraced").path("sealed").asLong()).isPositive();
        assertThat(opened.path("exit").asInt(-1)).as(opened.toString()).isZero();
        assertThat(opened.path("untraced")).as("every believed value is traced").isEmpty();
        assertThat(opened.path("checked").path("2").asLong())
                .as("records are framed anew")
                .isGreaterThan(closed.path("checked").path("2").asLong());
        PlantedFault.claims(
                home,
                "select * replace (case when attribute = 'ent_name' then value || '厂' else value end as value)"
                        + " from was");
        assertThat(laws(IndependentChecker.judge(home, true))).as("closed").isEmpty();
        assertThat(laws(IndependentChecker.judgeWithKeys(home, landingKeys))).containsOnly(5L);
    }

    @Test
    @Tag("F67")
    void aKeyThatIsNotTheOneOfItsDayIsFoundByBothJudges() throws Exception {
        IndependentChecker.require();
        List<Path> all = files("../" + keys(home).getFileName() + "/landing");
        Files.copy(all.get(0), all.get(1), java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        assertThat(laws(IndependentChecker.judgeWithKeys(home, keys(home).resolve("landing"))))
                .contains(1L);
        assertThat(town.verification().run(Level.DEEP).exitCode()).isNotZero();
    }

    private static List<Long> laws(JsonNode said) {
        return said.path("broken")
                .valueStream()
                .map(one -> one.path("law").asLong())
                .distinct()
                .toList();
    }

    @Test
    @Tag("F69")
    void whatMayBeKeptNoLongerIsGoneAndEveryLawStillHolds() throws Exception {
        long published = town.snapshots().current().orElseThrow().sequence();
        end();

        assertThat(files("landing")).isEmpty();
        assertThat(files("lake/quarantine")).isEmpty();
        assertThat(files("../" + keys(home).getFileName() + "/landing")).isEmpty();
        for (Path file : files("")) {
            assertThat(contains(file, HELD_BACK)).as(file.toString()).isFalse();
        }
        Report report = assertHolds(Level.DEEP, 1);
        assertThat(report.laws())
                .filteredOn(law -> law.law() == Law.BYTES)
                .singleElement()
                .satisfies(law -> {
                    assertThat(law.destroyed()).isPositive();
                    assertThat(law.warnings()).isZero();
                });
        IndependentChecker.require();
        JsonNode said = IndependentChecker.judge(home, true);
        assertThat(said.path("exit").asInt(-1)).as(said.toString()).isZero();
        assertThat(said.path("destroyed").asLong()).isPositive();
        assertThat(town.snapshots().current().orElseThrow().sequence()).isEqualTo(published);
    }

    @Test
    void theNextHoursGoOnFromWhatIsKnown() throws Exception {
        end();
        town.hour(48);
        assertThat(files("landing")).isNotEmpty();
        assertThat(town.snapshots().current().orElseThrow().hour()).isEqualTo(TownFiles.window(48));
        assertThat(town.verification().run(Level.FULL).laws())
                .allSatisfy(law -> assertThat(law.broken()).isZero());
    }

    @Test
    @Tag("F69")
    void anEndThatBreaksOffAtAnyStepIsDoneByTheNextOne() throws Exception {
        town.clockAt(OVER);
        for (String step : STEPS) {
            boolean[] failed = {false};
            assertThatThrownBy(() -> FailPoints.failing(
                            name -> {
                                if (name.equals(step)) {
                                    failed[0] = true;
                                    throw new IOException("no more disk");
                                }
                            },
                            this::end))
                    .as(step)
                    .isInstanceOf(UncheckedIOException.class);
            assertThat(failed[0]).as(step).isTrue();
            assertThat(town.verification().run(Level.FULL).laws())
                    .as(step)
                    .allSatisfy(law -> assertThat(law.broken())
                            .as(law.findings().toString())
                            .isZero());
        }
        town.close();
        town = open(home);
        end();
        assertThat(files("landing")).isEmpty();
        assertThat(files("lake/quarantine")).isEmpty();
        assertHolds(Level.FULL, 1);
    }

    @Test
    @Tag("F69")
    void anEndThatIsKilledIsDoneByTheNextProcess() throws Exception {
        killedAtAndDone(List.of("overwritten@landing#2", "written@RetentionEnded", "deleting@quarantine"));
    }

    @Test
    @Tag("F69")
    @Tag("crash")
    void everyStepOfAnEndMayBeTheLastOfItsProcess() throws Exception {
        for (String step : STEPS) {
            close();
            copy();
            killedAtAndDone(List.of(step, step + "#2"));
        }
    }

    /** Each process goes on where the one before was killed; the last is let finish. */
    private void killedAtAndDone(List<String> steps) throws Exception {
        town.close();
        for (String step : steps) {
            assertThat(endIn(step)).as(step).isEqualTo(CrashedTown.CRASHED);
            assertThat(TownCopies.verify(home, Level.QUICK).findings())
                    .as(step)
                    .noneMatch(finding -> finding.severity() == Finding.Severity.BROKEN
                            && !finding.text().contains("密钥遗失"));
        }
        assertThat(endIn("none")).isZero();
        town = open(home);
        assertThat(files("landing")).isEmpty();
        assertThat(files("lake/quarantine")).isEmpty();
        assertThat(files("../" + keys(home).getFileName() + "/landing")).isEmpty();
        town.clockAt(OVER);
        assertHolds(Level.FULL, 1);
    }

    /** Ends what may be kept no longer in a process of its own, which is killed at the step. */
    private int endIn(String step) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Dhourshare.crash=" + step,
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        RetentionTest.class.getName(),
                        home.toString(),
                        folder.resolve("catalogue").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("end.log").toFile())
                .start()
                .waitFor();
    }

    /** Arguments: data root, catalogue. */
    public static void main(String[] arguments) {
        try (ThinTown town = new ThinTown(Path.of(arguments[0]), 8, Map.of("hourshare.catalogue", arguments[1]))) {
            town.clockAt(OVER);
            town.bean(Retention.class).end("系统", "留存期满");
        }
        System.exit(0);
    }

    @Test
    void aKeyThatNobodyDestroyedByRuleIsMissed() throws Exception {
        Files.delete(files("../" + keys(home).getFileName() + "/landing").stream()
                .filter(file -> file.toString().contains("tax.arrears"))
                .findFirst()
                .orElseThrow());

        Report report = town.verification().run(Level.QUICK);

        assertThat(report.findings())
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.text()).contains("密钥遗失", "tax.arrears"));
        ObjectLanded object = town.journal().lines().stream()
                .map(JournalLine::entry)
                .filter(ObjectLanded.class::isInstance)
                .map(ObjectLanded.class::cast)
                .filter(one -> one.feed().toString().equals("tax.arrears"))
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> LandedFiles.of(home).content(object.path())).hasMessageContaining("备份");
    }

    private void end() {
        town.clockAt(OVER);
        town.bean(Retention.class).end("系统", "留存期满");
    }

    /** Windows that nobody brought since are warned of; nothing may be broken. */
    private Report assertHolds(Level level, int most) {
        Report report = town.verification().run(level);
        assertThat(report.findings())
                .filteredOn(finding -> finding.severity() == Finding.Severity.BROKEN)
                .extracting(Finding::text)
                .isEmpty();
        assertThat(report.exitCode()).as(report.toString()).isLessThanOrEqualTo(most);
        return report;
    }

    private List<Path> files(String below) throws IOException {
        Path path = home.resolve(below).normalize();
        if (!Files.exists(path)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(path)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static boolean contains(Path file, byte[] wanted) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                .contains(new String(wanted, StandardCharsets.ISO_8859_1));
    }
}

package io.hourshare.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourshare.publish.Snapshot;
import io.hourshare.store.JournalDamagedException;
import io.hourshare.store.JournalFact.JournalCut;
import io.hourshare.store.JournalFact.RunFinished;
import io.hourshare.store.JournalFact.SnapshotPublished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Disks that are full, refuse, or give back other bytes: the last good snapshot is served, and nobody need help. */
class StorageFaultTest {

    private static final int ENTERPRISES = 8;

    @TempDir
    static Path folder;

    private static TownCopies towns;

    @BeforeAll
    static void work() {
        towns = new TownCopies(folder, 2, ENTERPRISES);
    }

    @Test
    @Tag("F61")
    void aDamagedEndOfTheJournalIsSetAsideAndItsWorkDoneAgain() throws Exception {
        Path home = towns.copy();
        TownCopies.edit(home, lines -> {
            lines.set(lines.size() - 1, lines.get(lines.size() - 1).replace("\"sequence\":2", "\"sequence\":3"));
            return lines;
        });

        try (ThinTown town = new ThinTown(home, ENTERPRISES)) {
            assertThat(served(town)).isEqualTo(1);
            town.run(2);
            assertThat(served(town)).as("2 was given before").isEqualTo(3);
        }
        assertThat(cuts(home))
                .singleElement()
                .satisfies(cut -> assertThat(home.resolve(cut.aside())).isNotEmptyFile());
        assertThat(TownCopies.verify(home, Level.FULL).exitCode())
                .as("told, not broken")
                .isEqualTo(1);
        if (IndependentChecker.present()) {
            assertThat(IndependentChecker.judge(home, true).path("exit").asInt())
                    .isZero();
        }
    }

    @Test
    @Tag("F61")
    void linesThatTheDiskForgotAreDoneAgain() throws Exception {
        Path home = towns.copy();
        TownCopies.edit(home, lines -> lines.subList(0, lines.size() - 12));

        try (ThinTown town = new ThinTown(home, ENTERPRISES)) {
            town.run(2);
        }
        assertThat(cuts(home)).hasSize(1);
        assertThat(contents(home)).isEqualTo(contents(towns.original()));
        assertThat(TownCopies.verify(home, Level.FULL).exitCode()).isEqualTo(1);
    }

    @Test
    @Tag("F60")
    void damageFurtherUpLeavesTheSnapshotServedAndWritesNothing() {
        Path home = towns.copy();
        int line = TownCopies.editOneLine(home);

        try (ThinTown town = new ThinTown(home, ENTERPRISES)) {
            assertThat(served(town)).isEqualTo(2);
            assertThatThrownBy(() -> town.journal().append(new RunFinished("r", "DONE", "")))
                    .isInstanceOf(JournalDamagedException.class)
                    .hasMessageContaining(".jsonl:" + line);
        }
    }

    @Test
    @Tag("F63")
    @Tag("F65")
    void aDamagedOrMissingSnapshotGivesWayToTheOneBefore() throws Exception {
        Path flipped = towns.copy();
        Path file =
                TownCopies.files(flipped.resolve("snapshots"), "serve.duckdb").get(1);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length * 2 / 3] ^= 8;
        Files.write(file, bytes);
        Path missing = towns.copy();
        Files.delete(
                TownCopies.files(missing.resolve("snapshots"), "serve.duckdb").get(1));

        for (Path home : List.of(flipped, missing)) {
            try (ThinTown town = new ThinTown(home, ENTERPRISES)) {
                assertThat(served(town)).isEqualTo(1);
                town.hour(2);
                assertThat(served(town)).isEqualTo(3);
            }
        }
    }

    @Test
    @Tag("F67")
    void aPointerThatLeadsNowhereIsNoHarm() throws Exception {
        Path home = towns.copy();
        Path pointer = home.resolve("snapshots/latest");
        Files.delete(pointer);
        Files.createSymbolicLink(pointer, Path.of("000099-0badcafe"));

        try (ThinTown town = new ThinTown(home, ENTERPRISES)) {
            assertThat(served(town)).isEqualTo(2);
        }
        assertThat(pointer.toRealPath().getFileName().toString()).startsWith("000002-");
    }

    @Test
    @Tag("F05")
    @Tag("F06")
    void aDiskThatRefusesAnyOneStepLosesNothing() throws Exception {
        refuse(List.of(
                "synced@landing",
                "filled@normalized",
                "written@BatchAdopted",
                "renamed@identity",
                "synced@snapshots",
                "line@SnapshotPublished"));
    }

    @Test
    @Tag("crash")
    @Tag("F05")
    @Tag("F06")
    void aDiskThatRefusesEachStepInTurnLosesNothing() throws Exception {
        Path home = folder.resolve("steps");
        try (ThinTown town = new ThinTown(home, ENTERPRISES)) {
            town.run(1);
            Set<String> steps = FailPoints.seenDuring(() -> town.hour(1));
            List<String> refusable =
                    steps.stream().filter(FailPoints::canBeRefused).toList();
            assertThat(refusable).hasSizeGreaterThan(30);
            refuse(refusable);
        }
    }

    /**
     * One hour after another, each with some steps that the disk refuses once each, served meanwhile by what was good
     * before. A step that an hour does not come by any more waits for the next.
     */
    private static void refuse(Collection<String> steps) throws IOException, InterruptedException {
        Path home = Files.createTempDirectory(folder, "refusing").resolve("data");
        Deque<String> left = new ArrayDeque<>(steps);
        int hours = 1;
        try (ThinTown town = new ThinTown(home, ENTERPRISES)) {
            town.run(1);
            while (!left.isEmpty()) {
                int before = left.size();
                refuse(town, left, hours++);
                assertThat(left).as("what an hour did not come by").hasSizeLessThan(before);
            }
        }
        try (ThinTown calm = new ThinTown(home.resolveSibling("calm"), ENTERPRISES)) {
            calm.run(hours);
        }
        assertThat(contents(home)).isEqualTo(contents(home.resolveSibling("calm")));
        assertThat(TownCopies.verify(home, Level.QUICK).findings())
                .noneMatch(finding -> finding.severity() == Finding.Severity.BROKEN);
        if (IndependentChecker.present()) {
            assertThat(IndependentChecker.judge(home, true).path("broken")).isEmpty();
        }
    }

    /** Works on the hour again after each refusal, as the service does. */
    private static void refuse(ThinTown town, Deque<String> left, int hour) {
        long before = served(town);
        FailPoints.failing(
                name -> {
                    if (name.equals(left.peek())) {
                        left.remove();
                        throw new IOException("No space left on device");
                    }
                },
                () -> {
                    while (!done(town, hour)) {
                        assertThat(served(town)).as("the last good snapshot").isEqualTo(before);
                    }
                });
    }

    private static boolean done(ThinTown town, int hour) {
        try {
            town.hour(hour);
            return true;
        } catch (RuntimeException refused) {
            return false;
        }
    }

    private static long served(ThinTown town) {
        return town.snapshots().current().map(Snapshot::sequence).orElse(0L);
    }

    private static List<JournalCut> cuts(Path home) throws IOException {
        return io.hourshare.store.JournalReading.read(home).chain().stream()
                .map(io.hourshare.store.JournalLine::entry)
                .filter(JournalCut.class::isInstance)
                .map(JournalCut.class::cast)
                .toList();
    }

    private static Map<String, String> contents(Path home) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        io.hourshare.store.JournalReading.read(home).chain().forEach(line -> {
            if (line.entry() instanceof SnapshotPublished published) {
                contents.put(published.hour().label(), published.content().hex());
            }
        });
        return contents;
    }
}

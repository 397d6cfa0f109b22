package io.hourshare.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.store.BatchCounts;
import io.hourshare.store.JournalEntry;
import io.hourshare.store.JournalFact.BatchAdopted;
import io.hourshare.store.JournalFact.SnapshotPublished;
import io.hourshare.store.JournalLine;
import io.hourshare.store.JournalReading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Ends a process at the steps of its commits and starts it again. Nobody helps; the independent checker judges, and what
 * comes out is compared with a town that was never disturbed.
 */
@Tag("F01")
@Tag("F02")
@Tag("F03")
class CrashTest {

    /** Another seed ends the processes elsewhere: several short sets make a long one. */
    private static final long SEED = Long.getLong("hourshare.seed", 20_261_122L);

    @TempDir
    private Path folder;

    @Test
    void anHourEndsAsIfNothingHadHappenedWhereverItWasCut() throws Exception {
        CrashedTown town = new CrashedTown(folder.resolve("town"));
        for (String step : List.of(
                "renamed@landing",
                "written@BatchAdopted",
                "synced@identity",
                "renamed@snapshots",
                "forced@SnapshotPublished")) {
            assertThat(town.crash(step, 2)).as(step).isTrue();
        }
        town.finish(2);

        assertUndisturbed(town, 2);
    }

    @Test
    @Tag("crash")
    void everyStepSinglyAndWithItsNeighbour() throws Exception {
        List<String> steps = part(new ArrayList<>(steps()));
        CutTown singly = new CutTown("singly");
        for (String step : steps) {
            if (!singly.at(step)) {
                cutAfresh(List.of(step));
            }
        }
        singly.finish();

        CutTown doubly = new CutTown("doubly");
        for (int i = 0; i + 1 < steps.size(); i++) {
            if (!doubly.at(steps.get(i)) || !doubly.at(steps.get(i + 1))) {
                cutAfresh(steps.subList(i, i + 2));
            }
        }
        doubly.finish();
    }

    /** Some steps are taken once in a town's life: its catalogue is kept, its first snapshot has none before it. */
    private void cutAfresh(List<String> steps) throws Exception {
        CutTown fresh = new CutTown("fresh-" + String.join("-", steps).replace('@', '-'));
        for (String step : steps) {
            assertThat(fresh.at(step)).as(step).isTrue();
        }
        fresh.finish();
    }

    @Test
    @Tag("crash")
    void twoHundredKillsAtAnyMoment() throws Exception {
        int kills = Integer.getInteger("hourshare.kills", 200);
        Random random = new Random(SEED);
        CrashedTown town = new CrashedTown(folder.resolve("town"));
        int hours = 2;
        for (int number = 0; number < kills; number++) {
            boolean crashed = random.nextBoolean()
                    ? town.crash("any#" + (1 + random.nextInt(150)), hours)
                    : town.killAfter(500 + random.nextInt(4_000), hours);
            hours += crashed ? 0 : 2;
            if (number % 10 == 9) {
                assertJudged(town, false);
            }
        }
        town.finish(hours);
        System.out.printf("%d kills in %d hours, seed %d%n", town.crashes(), hours, SEED);
        assertUndisturbed(town, hours);
    }

    /** {@code -Dhourshare.part=2/5} is the second fifth, with the first step of the third. */
    private static List<String> part(List<String> steps) {
        assertThat(steps).hasSizeGreaterThan(40);
        String[] part = System.getProperty("hourshare.part", "1/1").split("/");
        int number = Integer.parseInt(part[0]);
        int parts = Integer.parseInt(part[1]);
        int until = Math.min(steps.size(), steps.size() * number / parts + 1);
        List<String> chosen = steps.subList(steps.size() * (number - 1) / parts, until);
        System.out.printf("%d of %d steps: %s%n", chosen.size(), steps.size(), chosen);
        return chosen;
    }

    /** A town that is cut at one step after the other. */
    private final class CutTown {

        private static final int PATIENCE = 6;

        private final CrashedTown town;
        private int hours = 1;

        CutTown(String name) {
            this.town = new CrashedTown(folder.resolve(name));
        }

        /** A step that the hours left to do do not reach is waited for in a few later ones; false where none did. */
        boolean at(String step) throws Exception {
            for (int later = 0; later < PATIENCE; later++) {
                if (town.crash(step, hours)) {
                    return true;
                }
                hours++;
            }
            return false;
        }

        void finish() throws Exception {
            town.finish(hours);
            assertUndisturbed(town, hours);
        }
    }

    private Set<String> steps() {
        return FailPoints.seenDuring(() -> {
            // Few snapshots are kept, so that their end is among the steps.
            Map<String, Object> few = Map.of("hourshare.publish.keep", "1");
            try (ThinTown town = new ThinTown(folder.resolve("steps"), 8, few)) {
                town.run(3);
            }
        });
    }

    private void assertUndisturbed(CrashedTown town, int hours) throws Exception {
        CrashedTown calm = new CrashedTown(folder.resolve(town.home().getFileName() + "-calm"));
        calm.finish(hours);

        assertJudged(town, true);
        assertThat(counts(town)).hasSize(hours * TownFiles.feeds().size()).isEqualTo(counts(calm));
        assertThat(contents(town)).isEqualTo(contents(calm));
    }

    private static void assertJudged(CrashedTown town, boolean settled) throws Exception {
        assertThat(TownCopies.verify(town.home(), Level.QUICK).findings())
                .as("verify")
                .noneMatch(finding -> finding.severity() == Finding.Severity.BROKEN);
        if (IndependentChecker.present()) {
            JsonNode said = IndependentChecker.judge(town.home(), settled);
            assertThat(said.path("exit").asInt()).as(said.toString()).isZero();
        }
    }

    private static Map<String, BatchCounts> counts(CrashedTown town) throws IOException {
        Map<String, BatchCounts> counts = new TreeMap<>();
        for (BatchAdopted batch : entries(town, BatchAdopted.class)) {
            counts.put(batch.feed() + "@" + batch.window(), batch.counts());
        }
        return counts;
    }

    private static Map<String, String> contents(CrashedTown town) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        for (SnapshotPublished published : entries(town, SnapshotPublished.class)) {
            contents.put(published.hour().label(), published.content().hex());
        }
        return contents;
    }

    private static <E extends JournalEntry> List<E> entries(CrashedTown town, Class<E> type) throws IOException {
        return JournalReading.read(town.home()).chain().stream()
                .map(JournalLine::entry)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}

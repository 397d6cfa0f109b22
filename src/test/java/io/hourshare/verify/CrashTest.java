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

    private int calmHours;

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
        Steps steps = steps();
        List<String> part = part(steps.all());
        CutTown singly = new CutTown("singly");
        CutTown doubly = new CutTown("doubly");
        for (int i = 0; i < part.size(); i++) {
            cut(singly, part.subList(i, i + 1), steps.again());
            if (i + 1 < part.size()) {
                cut(doubly, part.subList(i, i + 2), steps.again());
            }
        }
        doubly.finish();
        singly.finish();
    }

    /** Some steps are taken once in a town's life, in its first hour: those are cut at in towns of their own. */
    private void cut(CutTown town, List<String> cuts, Set<String> again) throws Exception {
        if (again.containsAll(cuts)) {
            for (String step : cuts) {
                assertThat(town.at(step)).as(step).isTrue();
            }
            return;
        }
        CutTown fresh = new CutTown("fresh-" + String.join("-", cuts).replace('@', '-'));
        assertThat(fresh.at(cuts.get(0))).as(cuts.get(0)).isTrue();
        if (cuts.size() > 1) {
            fresh.now(cuts.get(1)); // what the step before made durable may leave nothing to do at this one
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

        /** Only where the hours left to do reach it. */
        void now(String step) throws Exception {
            town.crash(step, hours);
        }

        void finish() throws Exception {
            town.finish(hours);
            assertUndisturbed(town, hours);
        }
    }

    /** @param again those that a later hour takes as well */
    private record Steps(List<String> all, Set<String> again) {}

    private Steps steps() {
        // Few snapshots are kept, so that their end is among the steps.
        Map<String, Object> few = Map.of("hourshare.publish.keep", "1");
        try (ThinTown town = new ThinTown(folder.resolve("steps"), 8, few)) {
            Set<String> all = FailPoints.seenDuring(() -> town.hour(0));
            Set<String> again = FailPoints.seenDuring(() -> town.run(3));
            all.addAll(again);
            return new Steps(new ArrayList<>(all), again);
        }
    }

    /** One town was never disturbed; whoever comes later and did more hours lets it do those too. */
    private void assertUndisturbed(CrashedTown town, int hours) throws Exception {
        CrashedTown calm = new CrashedTown(folder.resolve("calm"));
        if (hours > calmHours) {
            calm.finish(hours);
            calmHours = hours;
        }

        assertJudged(town, true);
        assertThat(counts(town, hours))
                .hasSize(hours * TownFiles.feeds().size())
                .isEqualTo(counts(calm, hours));
        assertThat(contents(town, hours)).isEqualTo(contents(calm, hours));
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

    private static Map<String, BatchCounts> counts(CrashedTown town, int hours) throws IOException {
        Map<String, BatchCounts> counts = new TreeMap<>();
        for (BatchAdopted batch : entries(town, BatchAdopted.class)) {
            if (batch.window().compareTo(TownFiles.window(hours)) < 0) {
                counts.put(batch.feed() + "@" + batch.window(), batch.counts());
            }
        }
        return counts;
    }

    private static Map<String, String> contents(CrashedTown town, int hours) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        for (SnapshotPublished published : entries(town, SnapshotPublished.class)) {
            if (published.hour().compareTo(TownFiles.window(hours)) < 0) {
                contents.put(published.hour().label(), published.content().hex());
            }
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

package io.hourshare.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Feed;
import io.hourshare.kernel.FeedId;
import io.hourshare.land.LandedBatch;
import io.hourshare.land.Landing;
import io.hourshare.merge.Merger;
import io.hourshare.normalize.Normalization;
import io.hourshare.publish.Snapshot;
import io.hourshare.store.JournalFact.BatchAdopted;
import io.hourshare.store.JournalLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A year of hours must not fill a disk: what nobody needs any more goes, and everything that is promised stays. */
@Tag("F05")
@Tag("F69")
class RetirementTest {

    private static final List<String> AREAS = List.of("lake/current", "lake/identity", "lake/profile", "snapshots");
    private static final Path CONTRACT = Path.of("schemas/market-regulation/registration.odcs.yaml");
    /** Of one merge, at most. */
    private static final int TABLES = 40;

    private static final FeedId REGISTRATION = FeedId.parse("market-regulation.registration");

    @TempDir
    private Path folder;

    @Test
    void aLaterHourLeavesNoMoreThanAnEarlierOneAndEveryLawHolds() throws Exception {
        Path home = folder.resolve("town");
        BatchAdopted before;
        try (ThinTown town = new ThinTown(home, 8, Map.of("hourshare.catalogue", other().toString()))) {
            town.hour(0);
            before = adopted(town);
        }
        try (ThinTown town = new ThinTown(home, 8, Map.of("hourshare.publish.keep", "2"))) {
            whatWasNormalizedBeforeGoesInTime(town, home, before);
            Map<String, Long> early = files(home);
            town.hour(3);
            assertNoMore(home, early);
            assertThat(town.snapshots().kept()).hasSize(2);
            everySnapshotCanBeServedAndExplained(town);
            town.snapshots().release("值班员", "演练结束");
            town.hour(4);
            assertNoMore(home, early);
        }
        assertHolds(home, Level.DEEP);
    }

    private static void whatWasNormalizedBeforeGoesInTime(ThinTown town, Path home, BatchAdopted before) {
        again(town);
        town.hour(1);
        assertThat(before.files())
                .allSatisfy(file -> assertThat(home.resolve(file)).exists());
        town.hour(2);
        assertThat(before.files())
                .isNotEmpty()
                .allSatisfy(file -> assertThat(home.resolve(file)).doesNotExist());
        assertThat(adopted(town).files())
                .allSatisfy(file -> assertThat(home.resolve(file)).exists());
    }

    @Test
    void whatACrashLeftGoesAndWhatIsMissingIsMadeAgain() throws Exception {
        Path home = new TownCopies(folder, 2, 8).copy();
        Path left = home.resolve("lake/profile/0a0b0c0d/claim.parquet");
        Files.createDirectories(left.getParent());
        Files.writeString(left, "written, but never named by the journal");
        Path mine = home.resolve("lake/profile/.kept-by-somebody.tmp");
        Files.writeString(mine, "looked after elsewhere");
        List<Path> unused = List.of(
                unadopted(home, "landing", 0),
                unadopted(home, "lake/normalized", 0),
                unadopted(home, "lake/quarantine", 1));
        Path due = unadopted(home, "lake/normalized", 5);
        // As if a kill had come in the middle of it.
        for (Path file : below(home.resolve("lake/current/" + REGISTRATION))) {
            Files.delete(file);
        }
        try (ThinTown town = new ThinTown(home, 8)) {
            town.hour(2);
            assertThat(left.getParent()).doesNotExist();
            assertThat(mine).exists();
            assertThat(unused)
                    .as("of windows that were done since")
                    .allSatisfy(file -> assertThat(file.getParent()).doesNotExist());
            assertThat(due).as("may still be taken over").exists();
            // The newest hour once more: what it was built on is gone, and is built from the hours themselves.
            town.work(REGISTRATION, TownFiles.window(2), 2);
            town.publish(TownFiles.window(2));
        }
        assertHolds(home, Level.FULL);
    }

    /** A feed that brought news has its records twice for a while, and profiles may lie over a base of an earlier hour. */
    private static void assertNoMore(Path home, Map<String, Long> early) throws IOException {
        assertThat(files(home))
                .allSatisfy((area, files) -> assertThat(files)
                        .as(area)
                        .isLessThanOrEqualTo(early.get(area) + (area.equals("lake/profile") ? TABLES : 2)));
    }

    /** Both the served file and the claims that it rests on. */
    private static void everySnapshotCanBeServedAndExplained(ThinTown town) {
        List<Snapshot> kept = town.snapshots().kept();
        for (int i = kept.size() - 2; i >= 0; i--) {
            Snapshot back = town.snapshots().rollBack(kept.get(i).sequence(), "值班员", "演练");
            assertThat(back.analystFile()).exists();
            assertThat(town.bean(Merger.class)
                            .finished(town.snapshots()
                                    .publication(back.sequence())
                                    .orElseThrow()
                                    .inputs()))
                    .isPresent();
        }
    }

    /** What a process wrote and was killed before the line. */
    private static Path unadopted(Path home, String area, int hour) throws IOException {
        Path file = home.resolve(
                area + "/" + REGISTRATION + "/" + TownFiles.window(hour).label() + "/0a0b0c0d/records.parquet");
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "written, but never named by the journal");
    }

    private static void assertHolds(Path home, Level level) throws Exception {
        assertThat(TownCopies.verify(home, level).findings())
                .extracting(Finding::text)
                .isEmpty();
        if (level != Level.DEEP) {
            return;
        }
        IndependentChecker.require();
        JsonNode said = IndependentChecker.judge(home, true);
        assertThat(said.path("exit").asInt(-1)).as(said.toString()).isZero();
    }

    /** The embedded catalogue, but for a contract that says one thing else. */
    private Path other() throws IOException {
        Path changed = folder.resolve("other").resolve(CONTRACT);
        Files.createDirectories(changed.getParent());
        Files.writeString(
                changed,
                Files.readString(CONTRACT)
                        .replace(
                                "name: DOM, businessName: 住所, logicalType: string",
                                "name: DOM, businessName: 住所, logicalType: string, required: true"));
        return folder.resolve("other");
    }

    private static void again(ThinTown town) {
        Feed feed = town.bean(Catalogue.class).feed(REGISTRATION).orElseThrow();
        LandedBatch landed =
                town.bean(Landing.class).find(REGISTRATION, TownFiles.window(0)).orElseThrow();
        town.bean(Normalization.class).normalize(feed, landed);
    }

    private static BatchAdopted adopted(ThinTown town) {
        return town.journal().lines().stream()
                .map(JournalLine::entry)
                .filter(BatchAdopted.class::isInstance)
                .map(BatchAdopted.class::cast)
                .filter(batch ->
                        batch.feed().equals(REGISTRATION) && batch.window().equals(TownFiles.window(0)))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private static Map<String, Long> files(Path home) throws IOException {
        Map<String, Long> files = new TreeMap<>();
        for (String area : AREAS) {
            files.put(area, (long) below(home.resolve(area)).size());
        }
        return files;
    }

    private static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}

package io.hourshare.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.CatalogueReader;
import io.hourshare.contract.CatalogueSource;
import io.hourshare.contract.Survivorship;
import io.hourshare.engine.Engine;
import io.hourshare.engine.EngineSettings;
import io.hourshare.engine.Session;
import io.hourshare.kernel.Digest;
import io.hourshare.kernel.FeedId;
import io.hourshare.ledger.Cases;
import io.hourshare.normalize.kept.UsedMappings;
import io.hourshare.store.DataRoot;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalAct.CaseActed;
import io.hourshare.store.JournalAct.CaseOpened;
import io.hourshare.store.Ledger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An hour that writes only what was touched over an earlier merge has the rows of one that knows no other. */
class MergeEqualsFullRunTest {

    /** More of them with another seed: {@code -Dmerge.hours=20 -Dmerge.seed=5}. */
    private static final int HOURS = Integer.getInteger("merge.hours", 5);

    private static final long SEED = Long.getLong("merge.seed", 3);

    private static final Set<String> FEEDS = Set.of(
            "market-regulation.registration",
            "market-regulation.annual-report",
            "tax.registration",
            "tax.monthly-summary",
            "natural-resources.real-estate",
            "natural-resources.land-supply",
            "housing.plant-lease",
            "park.roster");

    private static final Catalogue ALL =
            CatalogueReader.read(CatalogueSource.embedded()).catalogue();

    private static final FeedId NONE = FeedId.parse("nobody.nothing");

    @TempDir
    Path folder;

    private final Clock clock = Clock.fixed(Instant.parse("2026-11-22T04:05:06Z"), ZoneOffset.UTC);
    private final List<DataRoot> roots = new ArrayList<>();
    private final Engine engine = new Engine(new EngineSettings("500MB", 2), Path.of("target", "spill"));

    @AfterEach
    void close() {
        roots.forEach(DataRoot::close);
    }

    @Test
    void everyTableHasTheRowsOfAFullRunWhateverChanges() {
        Merging hourly = new Merging("hourly");
        MergedProfiles before = hourly.merge(0);
        int over = 0;
        for (int hour = 1; hour < HOURS; hour++) {
            decide(hourly, hour);
            MergedProfiles merged = hourly.merge(hour);

            Merging full = new Merging("full-" + hour);
            assertSame(hourly, merged, full, full.merge(hour, hourly.decisions), hour);
            over += merged.news() == null ? 0 : 1;
            assertOthersAreAsBefore(hourly, before, merged);
            before = merged;
        }
        assertThat(over).as("hours that wrote over an earlier merge").isPositive();
    }

    @Test
    void aBaseOfWhichAByteChangedIsNotBuiltOn() throws IOException {
        Merging hourly = new Merging("hourly");
        Path claims = hourly.root.resolve(hourly.merge(0).tables().get("claim").base());
        byte[] bytes = Files.readAllBytes(claims);
        bytes[bytes.length / 2] ^= 1;
        Files.write(claims, bytes);

        assertThat(hourly.merge(1).news()).isNull();
    }

    @Test
    void aBaseOfWhichAnInputIsGoneIsNotBuiltOn() throws IOException {
        Merging hourly = new Merging("hourly");
        hourly.merge(0);
        Files.delete(hourly.root.resolve("lake/given/0/er_name.parquet"));

        assertThat(hourly.merge(1).news()).isNull();
    }

    /** Operators decide at the second hour, and withdraw at the fourth. */
    private static void decide(Merging hourly, int hour) {
        for (int one = 1; one < 9; one++) {
            String id = "RG-" + one;
            if (hour == 1) {
                Map<String, String> details = Map.of(
                        "enterprise",
                        "E0000000" + one,
                        "field",
                        "address",
                        "value",
                        "新明路" + one + "号",
                        "until",
                        "2027-01-01");
                hourly.journal.append(new CaseOpened(id, "override", "IN_FORCE", details, "a", "b"));
            } else if (hour == 3) {
                hourly.journal.append(new CaseActed(id, "withdraw", "IN_FORCE", "WITHDRAWN", Map.of(), "a", "b"));
            }
        }
    }

    private void assertSame(Merging one, MergedProfiles ours, Merging other, MergedProfiles theirs, int hour) {
        assertThat(ours.tables().keySet()).isEqualTo(theirs.tables().keySet());
        assertThat(ours.counts()).isEqualTo(theirs.counts());
        for (String table : ours.tables().keySet()) {
            String left = ours.tables().get(table).rows(one.root::resolve);
            String right = theirs.tables().get(table).rows(other.root::resolve);
            assertThat(differing(left, right)).as("%s at hour %d", table, hour).isEmpty();
        }
    }

    private void assertOthersAreAsBefore(Merging hourly, MergedProfiles before, MergedProfiles merged) {
        if (merged.news() == null) {
            return;
        }
        assertThat(merged.news().since()).isEqualTo(before.digest());
        String others = " where enterprise_id not in (select enterprise_id from "
                + merged.news().rows(hourly.root::resolve) + ")";
        merged.tables()
                .forEach((table, kept) -> assertThat(differing(
                                "(select * from " + kept.rows(hourly.root::resolve) + others + ")",
                                "(select * from " + before.tables().get(table).rows(hourly.root::resolve) + others
                                        + ")"))
                        .as("%s of the others", table)
                        .isEmpty());
    }

    /** Rows that one of the relations has more often than the other, and columns that one of them calls otherwise. */
    private List<String> differing(String left, String right) {
        try (Session session = engine.open()) {
            session.execute("create temp view ours as select * from " + left);
            session.execute("create temp view theirs as select * from " + right);
            List<String> found = new ArrayList<>(session.query(
                    "(select column_name || column_type from (describe ours)) except"
                            + " (select column_name || column_type from (describe theirs))",
                    row -> row.getString(1)));
            found.addAll(session.query(
                    "select to_json(row_) from ((select 'ours' as side, * from ours except all"
                            + " select 'ours', * from theirs) union all (select 'theirs', * from theirs except all"
                            + " select 'theirs', * from ours)) as row_ limit 5",
                    row -> row.getString(1)));
            return found;
        }
    }

    private final class Merging {

        private final DataRoot root;
        private final Journal journal;
        private final Ledger ledger;
        private final Cases decisions;

        private Merging(String name) {
            root = DataRoot.open(folder.resolve(name));
            roots.add(root);
            journal = Journal.open(root, clock);
            ledger = new Ledger(journal);
            decisions = new Cases(journal, clock);
        }

        private MergedProfiles merge(int hour) {
            return merge(hour, decisions);
        }

        /** The roster does not come for an hour, and at the last the rules are others. */
        private MergedProfiles merge(int hour, Cases decided) {
            Catalogue catalogue = catalogue(hour == HOURS - 1);
            RestlessTown town = new RestlessTown(catalogue, root, engine, SEED);
            return new Merger(
                            catalogue,
                            engine,
                            root,
                            journal,
                            ledger,
                            new DecidedValues(decided, clock),
                            new UsedMappings(root.path(), journal, catalogue))
                    .merge(town.current(hour, hour == 2 ? RestlessTown.PARK : NONE), town.resolution(hour));
        }
    }

    private static Catalogue catalogue(boolean other) {
        Catalogue all = CatalogueReader.read(CatalogueSource.embedded()).catalogue();
        Survivorship rules =
                other ? new Survivorship(Map.of(), all.survivorship().validity()) : all.survivorship();
        return new Catalogue(
                ALL.feeds().stream()
                        .filter(feed -> FEEDS.contains(feed.id().toString()))
                        .toList(),
                ALL.templates(),
                ALL.entities(),
                ALL.codeLists(),
                ALL.models(),
                rules,
                Digest.of("catalogue " + other));
    }
}

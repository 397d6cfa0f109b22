package io.hourshare.resolve;

import io.hourshare.contract.Catalogue;
import io.hourshare.engine.Engine;
import io.hourshare.engine.Session;
import io.hourshare.kernel.Digest;
import io.hourshare.kernel.HourWindow;
import io.hourshare.normalize.CurrentRecords;
import io.hourshare.resolve.memory.HourMemory;
import io.hourshare.resolve.memory.LearntNumbers;
import io.hourshare.resolve.model.LearntModel;
import io.hourshare.resolve.model.ResolveModels;
import io.hourshare.resolve.model.ResolveRules;
import io.hourshare.resolve.place.Gazetteer;
import io.hourshare.store.DataRoot;
import io.hourshare.store.DurableFiles;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalFact.StageDone;
import io.hourshare.store.Ledger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Assigns every current record to the enterprise it speaks of, or to none; the register lists the enterprises. */
public final class Resolver {

    private static final Logger LOG = LoggerFactory.getLogger(Resolver.class);

    /** Decisions about pairs come from files alone. */
    private static final String NO_DECISIONS = "create or replace view er_decision as select '' as decision, "
            + "'' as feed_1, '' as key_1, '' as feed_2, '' as key_2 where false";

    /** Tables whose rows a version of the learnt model judged. */
    private static final Set<String> JUDGED = Set.of("er_assignment", "er_edge", "er_review");

    private final Catalogue catalogue;
    private final DataRoot root;
    private final Journal journal;
    private final Ledger ledger;
    private final Engine engine;
    private final RecordSources sources;
    private final Gazetteer regions;
    private final ResolveModels models;
    private final IdentityHistory history;
    private final Rulings rulings;
    private final HourMemory memory;
    private final LearntNumbers numbers;

    Resolver(Catalogue catalogue, DataRoot root, Journal journal, Ledger ledger, Engine engine, Rulings rulings) {
        this.rulings = rulings;
        this.catalogue = catalogue;
        this.root = root;
        this.journal = journal;
        this.ledger = ledger;
        this.engine = engine;
        this.sources = new RecordSources(catalogue, root);
        this.regions = Gazetteer.of(catalogue.codeLists().values());
        this.models = new ResolveModels(catalogue.models().getOrDefault(StageDone.RESOLVE, List.of()));
        this.memory = new HourMemory(root, Digest.of(List.of(models.digest().hex(), ResolveRules.GENERATION)));
        this.numbers = new LearntNumbers(root, journal, ledger, models);
        this.history = new IdentityHistory(root, journal, ledger, engine, models);
    }

    /**
     * The same records, models and learnt numbers give the same files under the same names; doing it again is a no-op.
     *
     * @param hour under which what became of enterprises is told
     */
    public Resolution resolve(CurrentRecords current, HourWindow hour) {
        Asked asked = new Asked(current, hour, rulings.standing());
        StageDone done = numbers.standing(hour)
                .flatMap(learnt -> ledger.stage(
                        StageDone.RESOLVE, digest(asked, learnt.inputs()).hex()))
                .filter(this::isWhole)
                .orElseGet(() -> (StageDone) journal.append(run(asked)).entry());
        LOG.info("Resolved: {}", new TreeMap<>(done.counts()));
        Map<String, String> tables = new TreeMap<>(IdentityHistory.byTable(done.files()));
        StageDone told = history.follow(tables, done.inputs(), hour);
        tables.putAll(IdentityHistory.byTable(told.files()));
        return new Resolution(
                tables,
                done.counts(),
                Digest.of(List.of(done.inputs().hex(), told.inputs().hex())));
    }

    /** Results that nothing needed for a while have been retired; the same inputs give them again. */
    private boolean isWhole(StageDone done) {
        return root.holds(done.files());
    }

    private record Asked(CurrentRecords current, HourWindow hour, List<Ruling> decisions) {}

    private Digest digest(Asked asked, Digest learnt) {
        return Digest.of(List.of(
                asked.current().digest().hex(),
                catalogue.digest().hex(),
                learnt.hex(),
                Rulings.digest(asked.decisions()).hex(),
                asked.decisions().isEmpty() ? "" : String.valueOf(history.redirects())));
    }

    private StageDone run(Asked asked) {
        try (Session session = engine.open()) {
            ResolveRules.registerReading(session);
            sources.attach(session, asked.current());
            session.execute(NO_DECISIONS);
            Rulings.attach(session, asked.decisions(), history.redirects());
            memory.recall(session);
            Digest learnt = weigh(session, asked.hour());
            StageDone done = write(session, digest(asked, learnt), learnt.short8());
            LOG.info(
                    "Weighed {} of {} records that numbers leave open",
                    session.number("select count(distinct rid) from open_candidate where rid > 0"),
                    session.number("select count(distinct rid) from candidate where rid > 0"));
            memory.store(session);
            return done;
        }
    }

    /** The numbers that were used: those that stand, or, where none do, those learnt now. */
    private Digest weigh(Session session, HourWindow hour) {
        ResolveRules rules = ResolveRules.register(session, regions);
        Optional<StageDone> standing = numbers.standing(hour).filter(learnt -> numbers.recall(session, learnt, rules));
        if (standing.isPresent()) {
            models.run(session, Set.copyOf(models.results()), LearntNumbers.GIVEN);
            return standing.get().inputs();
        }
        rules.learnRegions(session, models);
        models.run(session, Set.copyOf(models.results()), Set.of());
        return numbers.learn(session, hour);
    }

    private StageDone write(Session session, Digest digest, String version) {
        Path folder = root.resolve("lake/identity/" + digest.short8());
        Map<String, Long> counts = new TreeMap<>();
        session.execute("create table er_model as select '" + version + "' as model_version, * from ("
                + LearntModel.NUMBERS + ")");
        for (String table : tables()) {
            counts.put(table, session.number("select count(*) from " + table));
            String named = JUDGED.contains(table) ? ", '" + version + "' as model_version" : "";
            write(session, "select *" + named + " from " + table, folder.resolve(table + ".parquet"));
        }
        List<String> files = tables().stream()
                .map(table -> root.relativize(folder.resolve(table + ".parquet")))
                .toList();
        return new StageDone(StageDone.RESOLVE, digest, files, counts);
    }

    private List<String> tables() {
        return Stream.concat(models.results().stream(), Stream.of("er_model")).toList();
    }

    private static void write(Session session, String select, Path target) {
        try {
            DurableFiles.write(target, temporary -> session.copy(select + " order by all", temporary));
        } catch (IOException e) {
            throw new UncheckedIOException("Identity table cannot be written: " + target, e);
        }
    }
}

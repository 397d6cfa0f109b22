package io.hourshare.resolve;

import io.hourshare.contract.Catalogue;
import io.hourshare.engine.Engine;
import io.hourshare.engine.Session;
import io.hourshare.kernel.Digest;
import io.hourshare.kernel.HourWindow;
import io.hourshare.normalize.CurrentRecords;
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
    private static final String STAGE = "resolve";

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
    private final FormMemory memory;

    Resolver(Catalogue catalogue, DataRoot root, Journal journal, Ledger ledger, Engine engine, Rulings rulings) {
        this.rulings = rulings;
        this.memory = new FormMemory(root);
        this.catalogue = catalogue;
        this.root = root;
        this.journal = journal;
        this.ledger = ledger;
        this.engine = engine;
        this.sources = new RecordSources(catalogue, root);
        this.regions = Gazetteer.of(catalogue.codeLists().values());
        this.models = new ResolveModels(catalogue.models().getOrDefault(STAGE, List.of()));
        this.history = new IdentityHistory(root, journal, ledger, engine, models);
    }

    /**
     * The same records and models give the same files under the same names; doing it again is a no-op.
     *
     * @param hour under which what became of enterprises is told
     */
    public Resolution resolve(CurrentRecords current, HourWindow hour) {
        List<Ruling> decisions = rulings.standing();
        Digest digest = Digest.of(List.of(
                current.digest().hex(),
                catalogue.digest().hex(),
                models.digest().hex(),
                Rulings.digest(decisions).hex(),
                decisions.isEmpty() ? "" : String.valueOf(history.redirects())));
        Optional<StageDone> before = ledger.stage(STAGE, digest.hex());
        StageDone done = before.orElseGet(() ->
                (StageDone) journal.append(run(current, decisions, digest)).entry());
        LOG.info("Resolved: {}", new TreeMap<>(done.counts()));
        Map<String, String> tables = new TreeMap<>(IdentityHistory.byTable(done.files()));
        StageDone told = history.follow(tables, digest, hour);
        tables.putAll(IdentityHistory.byTable(told.files()));
        return new Resolution(
                tables,
                done.counts(),
                Digest.of(List.of(digest.hex(), told.inputs().hex())));
    }

    private StageDone run(CurrentRecords current, List<Ruling> decisions, Digest digest) {
        Path folder = root.resolve("lake/identity/" + digest.short8());
        Map<String, Long> counts = new TreeMap<>();
        try (Session session = engine.open()) {
            ResolveRules.registerReading(session);
            sources.attach(session, current);
            session.execute(NO_DECISIONS);
            Rulings.attach(session, decisions, history.redirects());
            ResolveRules.register(session, regions, models);
            memory.recall(session);
            models.run(session);
            memory.store(session);
            String version = LearntModel.version(session, models.digest());
            session.execute("create table er_model as select '" + version + "' as model_version, * from ("
                    + LearntModel.NUMBERS + ")");
            for (String table : tables()) {
                counts.put(table, session.number("select count(*) from " + table));
                String named = JUDGED.contains(table) ? ", '" + version + "' as model_version" : "";
                write(session, "select *" + named + " from " + table, folder.resolve(table + ".parquet"));
            }
        }
        List<String> files = tables().stream()
                .map(table -> root.relativize(folder.resolve(table + ".parquet")))
                .toList();
        return new StageDone(STAGE, digest, files, counts);
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

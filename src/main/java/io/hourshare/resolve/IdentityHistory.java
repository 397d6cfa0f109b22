package io.hourshare.resolve;

import io.hourshare.engine.Engine;
import io.hourshare.engine.Session;
import io.hourshare.engine.Sql;
import io.hourshare.kernel.Digest;
import io.hourshare.kernel.HourWindow;
import io.hourshare.resolve.model.ResolveModels;
import io.hourshare.store.DataRoot;
import io.hourshare.store.DurableFiles;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalFact.StageDone;
import io.hourshare.store.Ledger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What became of enterprises from one result to the next: links, unlinks, merges, splits, and ids that lead on.
 *
 * <p>Each result is compared with the one before it once; the same result again changes nothing.
 */
final class IdentityHistory {

    private static final String STAGE = "identity";
    private static final List<String> COMPARED = List.of("er_assignment", "er_unresolved", "er_ruled");
    private static final Map<String, String> EMPTY = Map.of(
            "er_assignment", "'' as feed, '' as record_key, '' as enterprise_id, 0 as tier, '' as rule, '' as decision",
            "er_unresolved", "'' as feed, '' as record_key, '' as reason",
            "er_ruled", "'' as decision, '' as kind, '' as enterprise_id, '' as feed, '' as record_key",
            "er_event",
                    "'' as event_id, '' as \"hour\", '' as kind, '' as enterprise_id, '' as other_id, '' as feed, "
                            + "'' as record_key, '' as cause",
            "er_redirect", "'' as old_id, '' as enterprise_id, '' as \"hour\"");

    private final DataRoot root;
    private final Journal journal;
    private final Ledger ledger;
    private final Engine engine;
    private final ResolveModels models;

    IdentityHistory(DataRoot root, Journal journal, Ledger ledger, Engine engine, ResolveModels models) {
        this.root = root;
        this.journal = journal;
        this.ledger = ledger;
        this.engine = engine;
        this.models = models;
    }

    /** The stage that tells how these tables followed those before them. */
    StageDone follow(Map<String, String> tables, Digest resolution, HourWindow hour) {
        Optional<StageDone> former = ledger.lastStage(STAGE).filter(this::isWhole);
        if (former.isPresent() && former.get().files().contains(tables.get("er_assignment"))) {
            return former.get();
        }
        String before = former.map(done -> done.inputs().hex()).orElse("");
        Digest digest = Digest.of(List.of(before, resolution.hex(), hour.label()));
        return (StageDone) journal.append(compare(tables, former, digest, hour)).entry();
    }

    /** Where ids that lead on are listed, as of the last result. */
    @Nullable
    Path redirects() {
        return ledger.lastStage(STAGE)
                .filter(this::isWhole)
                .map(done -> byTable(done.files()).get("er_redirect"))
                .map(root::resolve)
                .orElse(null);
    }

    private boolean isWhole(StageDone done) {
        return root.holds(done.files());
    }

    private StageDone compare(Map<String, String> tables, Optional<StageDone> former, Digest digest, HourWindow hour) {
        Map<String, String> known = former.map(done -> byTable(done.files())).orElse(Map.of());
        List<String> files = new ArrayList<>(COMPARED.stream().map(tables::get).toList());
        try (Session session = engine.open()) {
            COMPARED.forEach(table -> view(session, table, Objects.requireNonNull(tables.get(table))));
            EMPTY.keySet().forEach(table -> former(session, table, known));
            session.execute("create view publication as select " + Sql.literal(hour.label()) + " as \"hour\"");
            models.compare(session);
            long events = session.number("select count(*) from er_event");
            for (String table : ResolveModels.HISTORY) {
                files.add(write(session, table, digest));
            }
            return new StageDone(STAGE, digest, files, Map.of("events", events));
        }
    }

    private void former(Session session, String table, Map<String, String> known) {
        String name = "former_" + table.substring("er_".length());
        String path = known.get(table);
        if (path == null) {
            session.execute("create view " + name + " as select * from (select " + EMPTY.get(table) + ") where false");
        } else {
            view(session, name, path);
        }
    }

    private void view(Session session, String name, String path) {
        session.view(name, List.of(root.resolve(path)));
    }

    private String write(Session session, String table, Digest digest) {
        Path target = root.resolve("lake/identity/history/" + digest.short8() + "/" + table + ".parquet");
        try {
            DurableFiles.write(
                    target, temporary -> session.copy("select * from " + table + " order by all", temporary));
        } catch (IOException e) {
            throw new UncheckedIOException("Identity events cannot be written: " + target, e);
        }
        return root.relativize(target);
    }

    static Map<String, String> byTable(List<String> files) {
        return files.stream()
                .collect(Collectors.toMap(
                        file -> file.substring(file.lastIndexOf('/') + 1).replace(".parquet", ""),
                        Function.identity()));
    }
}

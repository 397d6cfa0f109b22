package io.hourshare.publish.file;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Feed;
import io.hourshare.contract.FeedContract;
import io.hourshare.quality.QualityResult;
import io.hourshare.quality.QualityResults;
import io.hourshare.store.BatchCounts;
import io.hourshare.store.JournalFact.BatchAdopted;
import io.hourshare.store.Ledger;
import io.hourshare.store.Novelty;
import io.hourshare.store.Slot;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tables that say what a file is: which snapshot, how fresh each feed, whether every hour's rows add up. */
public final class MetaTables {

    /** A month of hours per feed. */
    private static final int WINDOWS = 720;

    private final Catalogue catalogue;
    private final Ledger ledger;

    public MetaTables(Catalogue catalogue, Ledger ledger) {
        this.catalogue = catalogue;
        this.ledger = ledger;
    }

    RowsTable meta(Publication publication) {
        return new RowsTable()
                .column("key", "varchar")
                .column("value", "varchar")
                .row("product", "hourshare")
                .row("sequence", publication.sequence())
                .row("hour", publication.hour().label())
                .row("built_at", publication.builtAt())
                .row("inputs", publication.merged().digest().hex())
                .row("catalogue", catalogue.digest().hex())
                .row("run", publication.context().run())
                .row("note", publication.context().note());
    }

    RowsTable freshness() {
        RowsTable table = new RowsTable()
                .column("feed", "varchar")
                .column("title", "varchar")
                .column("department", "varchar")
                .column("state", "varchar")
                .column("newest_window", "timestamp")
                .column("data_time", "timestamp")
                .column("cycle", "varchar")
                .column("promise_minutes", "bigint");
        for (Feed feed : catalogue.feeds()) {
            FeedContract contract = feed.contract();
            List<Slot> slots = ledger.slots(feed.id());
            table.row(
                    feed.id(),
                    contract.title(),
                    feed.id().department(),
                    newest(slots.stream()).map(Slot::state).map(Enum::name).orElse("NEVER"),
                    newest(adopted(slots))
                            .map(slot -> text(slot.window().start()))
                            .orElse(null),
                    adopted(slots)
                            .map(slot -> Objects.requireNonNull(slot.adopted()).newestSourceTime())
                            .filter(Objects::nonNull)
                            .max(Comparator.naturalOrder())
                            .map(MetaTables::text)
                            .orElse(null),
                    contract.cycle(),
                    contract.promise().toMinutes());
        }
        return table;
    }

    RowsTable quality() {
        RowsTable table = new RowsTable()
                .column("feed", "varchar")
                .column("dimension", "varchar")
                .column("quality_rule", "varchar")
                .column("title", "varchar")
                .column("source_field", "varchar")
                .column("number", "double")
                .column("record_count", "bigint")
                .column("met", "boolean")
                .column("score", "double");
        for (QualityResult result : new QualityResults(catalogue, ledger).newest()) {
            table.row(
                    result.feed(),
                    result.dimension(),
                    result.rule(),
                    result.title(),
                    result.column(),
                    result.number(),
                    result.rows(),
                    result.met(),
                    result.score());
        }
        return table;
    }

    RowsTable balance() {
        RowsTable table = new RowsTable()
                .column("feed", "varchar")
                .column("title", "varchar")
                .column("hour", "timestamp")
                .column("state", "varchar")
                .column("declared", "bigint")
                .column("received", "bigint")
                .column("accepted", "bigint")
                .column("created", "bigint")
                .column("changed", "bigint")
                .column("unchanged", "bigint")
                .column("superseded", "bigint")
                .column("quarantined", "bigint")
                .column("unframeable", "bigint")
                .column("duplicates", "bigint")
                .column("dropped", "bigint")
                .column("deletions", "bigint")
                .column("warnings", "bigint")
                .column("balanced", "boolean")
                .column("elapsed_ms", "bigint");
        for (Feed feed : catalogue.feeds()) {
            List<Slot> slots = ledger.slots(feed.id());
            slots.subList(Math.max(0, slots.size() - WINDOWS), slots.size())
                    .forEach(slot -> balance(table, feed, slot));
        }
        return table;
    }

    private static void balance(RowsTable table, Feed feed, Slot slot) {
        BatchAdopted adopted = slot.adopted();
        if (adopted == null) {
            table.row(
                    feed.id(),
                    feed.contract().title(),
                    text(slot.window().start()),
                    slot.state(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
            return;
        }
        BatchCounts counts = adopted.counts();
        Novelty novelty = counts.novelty();
        table.row(
                feed.id(),
                feed.contract().title(),
                text(slot.window().start()),
                slot.state(),
                counts.declared(),
                counts.received(),
                counts.accepted(),
                novelty == null ? null : (Long) novelty.created(),
                novelty == null ? null : (Long) novelty.changed(),
                novelty == null ? null : (Long) novelty.unchanged(),
                novelty == null ? null : (Long) novelty.superseded(),
                counts.quarantined(),
                counts.unframeable(),
                counts.duplicates(),
                counts.dropped(),
                counts.deletions(),
                counts.warnings(),
                counts.balances(),
                adopted.elapsedMillis());
    }

    private static Stream<Slot> adopted(List<Slot> slots) {
        return slots.stream().filter(slot -> slot.adopted() != null);
    }

    private static Optional<Slot> newest(Stream<Slot> slots) {
        return slots.max(Comparator.comparing(Slot::window));
    }

    private static String text(@Nullable Instant instant) {
        return String.valueOf(instant);
    }
}

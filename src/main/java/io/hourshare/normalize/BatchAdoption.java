package io.hourshare.normalize;

import static io.hourshare.engine.Sql.identifier;

import io.hourshare.contract.DeletionRule;
import io.hourshare.contract.Feed;
import io.hourshare.contract.FeedMode;
import io.hourshare.engine.Engine;
import io.hourshare.engine.Session;
import io.hourshare.kernel.Digest;
import io.hourshare.land.LandedBatch;
import io.hourshare.store.BatchCounts;
import io.hourshare.store.DataRoot;
import io.hourshare.store.DriftChange;
import io.hourshare.store.DurableFiles;
import io.hourshare.store.Novelty;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts a batch over its parts, finds its exact duplicates and what about it is not as usual. */
final class BatchAdoption {

    /** Name of the file that lists exact duplicates. */
    static final String DUPLICATES = "duplicates.parquet";

    /** Whether a record of the view {@code part} has a key that may come again: no other can repeat or replace one. */
    static final String REPEATED = "hash(_key) in (select short from repeated)";

    private static final Novelty NOTHING = new Novelty(0, 0, 0, 0);

    private final DataRoot root;
    private final Engine engine;
    private final CurrentFold current;

    BatchAdoption(DataRoot root, Engine engine, CurrentFold current) {
        this.root = root;
        this.engine = engine;
        this.current = current;
    }

    /**
     * A batch that has been counted.
     *
     * @param troubles why it must not be adopted unless a person says so, the gravest first
     * @param drift how its columns differ
     * @param sourceTime newest version among its records, where the feed has versions
     */
    record Counted(
            NormalizedBatch batch,
            List<Trouble> troubles,
            List<DriftChange> drift,
            @Nullable Instant sourceTime) {}

    /** A stable code with its Chinese explanation. */
    record Trouble(String reason, String detail) {}

    /** @param mapped how the batch's records were mapped, which names the list of its duplicates */
    Counted count(
            FeedMapping mapping, LandedBatch landed, List<NormalizedPart> parts, BatchHistory history, Digest mapped) {
        Feed feed = mapping.feed();
        List<String> records = parts.stream().map(NormalizedPart::records).toList();
        List<String> quarantine = new ArrayList<>();
        parts.forEach(part -> quarantine.addAll(part.quarantine()));
        boolean any = parts.stream().anyMatch(part -> part.received() > 0 || part.accepted() > 0);
        try (Session session = engine.open()) {
            if (!records.isEmpty() && (any || feed.contract().mode() == FeedMode.FULL)) {
                session.view("part", records.stream().map(root::resolve).toList());
            }
            long duplicates = any ? duplicates(session, duplicatesPath(landed, mapped)) : 0;
            long vanished = records.isEmpty() ? 0 : vanished(session, feed, history);
            Optional<BatchComparison> comparison = comparison(session, mapping, landed, parts);
            Novelty novelty = comparison.map(BatchComparison::novelty).orElse(NOTHING);
            BatchCounts counts = counts(feed, landed, parts, duplicates, vanished, novelty);
            BatchReview review = new BatchReview(feed.contract(), feed.job(), counts, vanished, history, parts);
            List<DriftChange> drift = comparison
                    .map(compared -> review.drift(compared, quarantined(quarantine), previous(history)))
                    .orElse(List.of());
            List<Trouble> troubles = review.troubles(
                    drift, comparison.map(BatchComparison::knownKeys).orElse(0L));
            if (duplicates > 0) {
                quarantine.add(duplicatesPath(landed, mapped));
            }
            NormalizedBatch batch =
                    new NormalizedBatch(feed.id(), landed.window(), landed.digest(), records, quarantine, counts);
            return new Counted(batch, troubles, drift, any ? newest(session, feed, landed) : landed.sourceTime());
        }
    }

    /** An hour without a record is compared with nothing. */
    private Optional<BatchComparison> comparison(
            Session session, FeedMapping mapping, LandedBatch landed, List<NormalizedPart> parts) {
        boolean any = parts.stream().anyMatch(part -> part.received() > 0);
        return any
                ? Optional.of(new BatchComparison(session, mapping, current.known(mapping, landed.window())))
                : Optional.empty();
    }

    private String quarantined(List<String> quarantine) {
        return quarantine.isEmpty()
                ? ""
                : "select details from read_parquet(" + SqlFiles.list(root, quarantine) + ", union_by_name = true)";
    }

    private List<PartFooter> previous(BatchHistory history) {
        return history.previous().stream()
                .flatMap(batch -> batch.records().stream())
                .limit(3)
                .map(root::resolve)
                .map(BatchAdoption::footer)
                .toList();
    }

    private static PartFooter footer(Path file) {
        try {
            return PartFooter.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Earlier records cannot be read: " + file, e);
        }
    }

    /** All but the last of equal records, since the last is what the newest version of a key falls on. */
    private long duplicates(Session session, String path) {
        session.execute("create temp table repeated as "
                + "select hash(_key) as short from part group by 1 having count(*) > 1");
        String repeated =
                "select _object as object, _ordinal as ordinal from (select _object, _ordinal, row_number() over "
                        + "(partition by _key, _hash order by _object desc, _ordinal desc) as place from part where "
                        + REPEATED + ") where place > 1";
        long duplicates = session.number("select count(*) from (" + repeated + ")");
        if (duplicates > 0) {
            try {
                DurableFiles.write(
                        root.resolve(path),
                        temporary -> session.copy(repeated + " order by object, ordinal", temporary));
            } catch (IOException e) {
                throw new UncheckedIOException("Duplicates cannot be written: " + path, e);
            }
        }
        return duplicates;
    }

    /** Keys of the previous full list that this one leaves out. */
    private long vanished(Session session, Feed feed, BatchHistory history) {
        List<Path> files = history.previous().stream()
                .flatMap(batch -> batch.records().stream())
                .map(root::resolve)
                .toList();
        if (feed.contract().mode() != FeedMode.FULL || files.isEmpty()) {
            return 0;
        }
        session.view("previous", files);
        return session.number("select count(distinct _key) from previous where _op <> 'D'"
                + " and _key not in (select _key from part)");
    }

    private static BatchCounts counts(
            Feed feed,
            LandedBatch landed,
            List<NormalizedPart> parts,
            long duplicates,
            long vanished,
            Novelty novelty) {
        long received = parts.stream().mapToLong(NormalizedPart::received).sum();
        long framed = parts.stream().mapToLong(NormalizedPart::framed).sum();
        boolean derived = feed.contract().deletion() == DeletionRule.ABSENCE;
        Long declared = landed.declared();
        return new BatchCounts(
                declared != null && declared == framed ? (Long) received : declared,
                received,
                parts.stream().mapToLong(NormalizedPart::accepted).sum() - duplicates,
                parts.stream().mapToLong(NormalizedPart::quarantined).sum(),
                duplicates,
                parts.stream().mapToLong(NormalizedPart::dropped).sum(),
                parts.stream().mapToLong(NormalizedPart::deletions).sum() + (derived ? vanished : 0),
                parts.stream().mapToLong(NormalizedPart::warnings).sum(),
                parts.stream().mapToLong(NormalizedPart::unframeable).sum(),
                novelty);
    }

    private static @Nullable Instant newest(Session session, Feed feed, LandedBatch landed) {
        boolean versioned =
                feed.job().map().stream().anyMatch(one -> one.canonical().equals(FeedMapping.SOURCE_TIME));
        if (!versioned) {
            return landed.sourceTime();
        }
        long newest = session.number(
                "select coalesce(epoch_us(max(" + identifier(NormalizedColumns.SOURCE_TIME) + ")), -1) from part");
        return newest < 0 ? landed.sourceTime() : Instant.EPOCH.plus(newest, ChronoUnit.MICROS);
    }

    private static String duplicatesPath(LandedBatch landed, Digest mapped) {
        String name = Digest.of(List.of(landed.digest().hex(), mapped.hex())).short8();
        return "lake/quarantine/" + landed.feed() + "/" + landed.window().label() + "/" + name + "/" + DUPLICATES;
    }
}

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
import io.hourshare.store.DurableFiles;
import io.hourshare.store.JournalEntry.BatchAdopted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts a batch over its parts, finds its exact duplicates and decides whether it may be adopted. */
final class BatchAdoption {

    /** Name of the file that lists exact duplicates. */
    static final String DUPLICATES = "duplicates.parquet";

    /** Below this many records a share says nothing: one bad record of an hour's two is no broken delivery. */
    private static final long FEW = 10;

    private final DataRoot root;
    private final Engine engine;

    BatchAdoption(DataRoot root, Engine engine) {
        this.root = root;
        this.engine = engine;
    }

    /**
     * A batch that has been counted.
     *
     * @param trouble why it must not be adopted, where it must not
     * @param sourceTime newest version among its records, where the feed has versions
     */
    record Counted(
            NormalizedBatch batch,
            Optional<Trouble> trouble,
            @Nullable Instant sourceTime) {}

    /** A stable code with its Chinese explanation. */
    record Trouble(String reason, String detail) {}

    Counted count(Feed feed, LandedBatch landed, List<NormalizedPart> parts, Optional<BatchAdopted> previous) {
        List<String> records = parts.stream().map(NormalizedPart::records).toList();
        List<String> quarantine = new ArrayList<>();
        parts.forEach(part -> quarantine.addAll(part.quarantine()));
        try (Session session = engine.open()) {
            if (!records.isEmpty()) {
                session.view("part", records.stream().map(root::resolve).toList());
            }
            long duplicates = records.isEmpty() ? 0 : duplicates(session, duplicatesPath(feed, landed));
            if (duplicates > 0) {
                quarantine.add(duplicatesPath(feed, landed));
            }
            long vanished = records.isEmpty() ? 0 : vanished(session, feed, previous);
            BatchCounts counts = counts(feed, landed, parts, duplicates, vanished);
            NormalizedBatch batch =
                    new NormalizedBatch(feed.id(), landed.window(), landed.digest(), records, quarantine, counts);
            return new Counted(
                    batch, trouble(feed, counts, vanished, previous), newest(session, feed, landed, records));
        }
    }

    /** All but the last of equal records, since the last is what the newest version of a key falls on. */
    private long duplicates(Session session, String path) {
        String repeated =
                "select _object as object, _ordinal as ordinal from (select _object, _ordinal, row_number() over "
                        + "(partition by _key, _hash order by _object desc, _ordinal desc) as place from part) where place > 1";
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
    private long vanished(Session session, Feed feed, Optional<BatchAdopted> previous) {
        List<Path> files = previous.stream()
                .flatMap(batch -> batch.files().stream())
                .filter(file -> file.startsWith("lake/normalized/"))
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
            Feed feed, LandedBatch landed, List<NormalizedPart> parts, long duplicates, long vanished) {
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
                parts.stream().mapToLong(NormalizedPart::warnings).sum());
    }

    private static Optional<Trouble> trouble(
            Feed feed, BatchCounts counts, long vanished, Optional<BatchAdopted> previous) {
        if (!counts.balances()) {
            return Optional.of(imbalance(counts));
        }
        double quarantined = counts.received() == 0 ? 0 : (double) counts.quarantined() / counts.received();
        if (counts.quarantined() >= FEW && quarantined > feed.job().quarantineTolerance()) {
            return Optional.of(new Trouble(
                    "QUARANTINE_TOLERANCE",
                    "隔离 %d 条，占收到 %d 条的 %.1f%%，超过容许的 %.1f%%；请查看隔离区原因，修正映射后重跑，或请数源部门重新报送"
                            .formatted(
                                    counts.quarantined(),
                                    counts.received(),
                                    quarantined * 100,
                                    feed.job().quarantineTolerance() * 100)));
        }
        long before = previous.map(batch -> batch.counts().accepted()).orElse(0L);
        if (vanished >= FEW
                && before > 0
                && (double) vanished / before > feed.job().vanishTolerance()) {
            return Optional.of(new Trouble(
                    "MASS_VANISH",
                    "全量名单比上次少了 %d 个主键（上次 %d 条），超过容许的 %.1f%%；请核实是否传错文件，确属实际减少时调高容许值后重跑"
                            .formatted(vanished, before, feed.job().vanishTolerance() * 100)));
        }
        return Optional.empty();
    }

    private static Trouble imbalance(BatchCounts counts) {
        Long declared = counts.declared();
        if (declared != null && declared != counts.received()) {
            return new Trouble(
                    "DECLARED_TOTAL", "数源声明 %d 条，实际收到 %d 条；请重新拉取，仍不符时请数源部门核对总数".formatted(declared, counts.received()));
        }
        return new Trouble(
                "IMBALANCE",
                "收到 %d 条，接收 %d、隔离 %d、重复 %d、按契约丢弃 %d，合计不符；请联系平台维护人员"
                        .formatted(
                                counts.received(),
                                counts.accepted(),
                                counts.quarantined(),
                                counts.duplicates(),
                                counts.dropped()));
    }

    private static @Nullable Instant newest(Session session, Feed feed, LandedBatch landed, List<String> records) {
        boolean versioned =
                feed.job().map().stream().anyMatch(one -> one.canonical().equals(FeedMapping.SOURCE_TIME));
        if (!versioned || records.isEmpty()) {
            return landed.sourceTime();
        }
        long newest = session.number(
                "select coalesce(epoch_us(max(" + identifier(NormalizedColumns.SOURCE_TIME) + ")), -1) from part");
        return newest < 0 ? landed.sourceTime() : Instant.EPOCH.plus(newest, ChronoUnit.MICROS);
    }

    private static String duplicatesPath(Feed feed, LandedBatch landed) {
        String name =
                Digest.of(List.of(landed.digest().hex(), feed.digest().hex())).short8();
        return "lake/quarantine/" + feed.id() + "/" + landed.window().label() + "/" + name + "/" + DUPLICATES;
    }
}

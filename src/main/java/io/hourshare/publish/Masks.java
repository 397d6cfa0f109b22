package io.hourshare.publish;

import io.hourshare.contract.Catalogue;
import io.hourshare.engine.Engine;
import io.hourshare.kernel.Digest;
import io.hourshare.merge.MergedProfiles;
import io.hourshare.publish.SnapshotBuilder.Built;
import io.hourshare.publish.file.Ended;
import io.hourshare.publish.file.ProfileViews;
import io.hourshare.publish.file.Publication;
import io.hourshare.store.DataRoot;
import io.hourshare.store.JournalFact.StageDone;
import io.hourshare.store.Ledger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Gives a kept snapshot without the records whose publicity has ended since: both its files are built once more from
 * the same profiles, beside the published ones, and go when nobody is served from them any longer.
 */
@Component
final class Masks implements Mask {

    private static final Logger LOG = LoggerFactory.getLogger(Masks.class);

    /** By then another hour is published, which leaves out what has ended. */
    private static final Duration NEXT_COMES = Duration.ofHours(2);

    private final Catalogue catalogue;
    private final Engine engine;
    private final DataRoot root;
    private final Ledger ledger;
    private final Publications publications;
    private final Clock clock;
    private final SnapshotFolders folders;
    private final EndedRecords records;
    private @Nullable Answer last;

    Masks(Catalogue catalogue, Engine engine, DataRoot root, Ledger ledger, Publications publications, Clock clock) {
        this.catalogue = catalogue;
        this.engine = engine;
        this.root = root;
        this.ledger = ledger;
        this.publications = publications;
        this.clock = clock;
        this.folders = new SnapshotFolders(root);
        this.records = new EndedRecords(catalogue, engine, root, ledger);
    }

    /** What was found for a state of things: nothing can have ended since unless one of these is another. */
    private record Answer(long sequence, long adoptions, LocalDate today, Snapshot shown) {}

    /**
     * The snapshot as it may be shown now; itself where nothing of it has ended.
     *
     * @throws SnapshotUnshowableException where what it was made of is gone
     */
    @Override
    public synchronized Snapshot of(Snapshot kept) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ProfileViews.CHINA);
        boolean newest = kept.sequence() == publications.lastSequence();
        if (newest && clock.instant().isBefore(kept.hour().end().plus(NEXT_COMES))) {
            return kept;
        }
        Answer known = last;
        if (known != null
                && known.sequence() == kept.sequence()
                && known.adoptions() == ledger.adoptions()
                && known.today().equals(today)) {
            return known.shown();
        }
        long adoptions = ledger.adoptions();
        Snapshot shown = without(kept, today);
        last = new Answer(kept.sequence(), adoptions, today, shown);
        return shown;
    }

    private Snapshot without(Snapshot kept, LocalDate today) {
        Optional<StageDone> line = publications
                .line(kept.sequence())
                .flatMap(published ->
                        ledger.stage(StageDone.MERGE, published.inputs().hex()));
        if (line.isEmpty()) {
            LOG.warn("日志里没有快照 {} 所依据的画像，无法核对其中哪些记录的公示已经结束", kept.sequence());
            return kept;
        }
        MergedProfiles merged = MergedProfiles.kept(line.get(), root)
                .orElseThrow(() -> new SnapshotUnshowableException(kept.sequence()));
        Ended ended = records.since(kept, merged, today);
        if (ended.isNothing()) {
            return kept;
        }
        Path directory = folders.without(kept, ended.digest());
        Snapshot masked = new Snapshot(
                kept.sequence(),
                directory,
                kept.hour(),
                kept.publishedAt(),
                Digest.of(List.of(kept.content().hex(), ended.digest().hex())));
        if (!Files.exists(masked.serveFile())) {
            build(kept, merged, ended, directory);
            LOG.info(
                    "快照 {} 中 {} 条记录的公示已经结束，另建不含它们的文件提供服务",
                    kept.sequence(),
                    ended.records().size());
        }
        return masked;
    }

    private void build(Snapshot kept, MergedProfiles merged, Ended ended, Path directory) {
        Publication publication = new Publication(
                kept.sequence(),
                merged,
                kept.hour(),
                new PublicationContext("without-ended", "不含公示已经结束的记录"),
                kept.serveFile(),
                kept.publishedAt(),
                ended);
        try {
            folders.requireSpace(publications.kept());
            Path building = folders.building();
            Built built = SnapshotBuilder.of(catalogue, ledger, engine, root).build(building, publication);
            LOG.debug("Built {} without what has ended", built.content());
            folders.adopt(building, directory);
        } catch (IOException e) {
            throw new UncheckedIOException("不含已结束公示的快照未能建成：" + e.getMessage(), e);
        }
    }
}

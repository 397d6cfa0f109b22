package io.hourshare.publish;

import io.hourshare.contract.Catalogue;
import io.hourshare.engine.Engine;
import io.hourshare.engine.EngineException;
import io.hourshare.kernel.HourWindow;
import io.hourshare.merge.MergedProfiles;
import io.hourshare.publish.SnapshotBuilder.Built;
import io.hourshare.publish.file.Publication;
import io.hourshare.store.DataRoot;
import io.hourshare.store.DurableFiles;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalFact.SnapshotPublished;
import io.hourshare.store.JournalFact.SnapshotRetired;
import io.hourshare.store.Ledger;
import io.hourshare.store.Slot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Builds a snapshot aside, verifies it, makes it durable and lets everybody be answered from it. */
@Component
public final class Publisher {

    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

    private final Catalogue catalogue;
    private final DataRoot root;
    private final Journal journal;
    private final Ledger ledger;
    private final Publications publications;
    private final Snapshots snapshots;
    private final PublishSettings settings;
    private final PublicationWitnesses witnesses;
    private final Clock clock;
    private final SnapshotFolders folders;
    private final SnapshotBuilder builder;

    Publisher(
            Catalogue catalogue,
            Engine engine,
            DataRoot root,
            Journal journal,
            Ledger ledger,
            Publications publications,
            Snapshots snapshots,
            PublishSettings settings,
            PublicationWitnesses witnesses,
            Clock clock) {
        this.catalogue = catalogue;
        this.root = root;
        this.journal = journal;
        this.ledger = ledger;
        this.publications = publications;
        this.snapshots = snapshots;
        this.settings = settings;
        this.witnesses = witnesses;
        this.clock = clock;
        this.folders = new SnapshotFolders(root);
        this.builder = SnapshotBuilder.of(catalogue, ledger, engine, root);
    }

    /**
     * Publishes these profiles for the hour. Profiles that did not change are published again, because freshness and
     * balance of the hour are part of the file; the content's digest then stays the same.
     *
     * @throws SnapshotDamagedException when what was read back is not what was written
     * @throws WithdrawnException after a rollback, until somebody releases publication
     */
    public synchronized Snapshot publish(MergedProfiles merged, HourWindow hour, PublicationContext context) {
        if (ledger.publicationHold().isPresent()) {
            throw new WithdrawnException();
        }
        try {
            folders.sweep(snapshots.inUse());
            folders.requireSpace(publications.kept());
            Path earlier = snapshots.current().map(Snapshot::serveFile).orElse(null);
            Publication publication =
                    new Publication(publications.lastSequence() + 1, merged, hour, context, earlier, clock.instant());
            Snapshot snapshot = buildOrBuildAnew(publication);
            witnesses.published(snapshot, merged);
            retire();
            return snapshot;
        } catch (IOException e) {
            throw new UncheckedIOException("发布未完成，仍提供上一个快照：" + e.getMessage(), e);
        }
    }

    /** A predecessor that cannot be read any more must not keep its successors from being built. */
    private Snapshot buildOrBuildAnew(Publication publication) throws IOException {
        try {
            return build(publication);
        } catch (EngineException e) {
            if (publication.earlier() == null) {
                throw e;
            }
            LOG.warn("上一个快照的文件不能沿用，全部重建：{}", publication.earlier(), e);
            return build(publication.anew());
        }
    }

    private Snapshot build(Publication publication) throws IOException {
        Path building = folders.building();
        Built built = builder.build(building, publication);
        Path directory = folders.adopt(building, publication.sequence(), built.content());
        Snapshot snapshot = new Snapshot(
                publication.sequence(), directory, publication.hour(), publication.builtAt(), built.content());
        SnapshotReaders readers = snapshots.open(snapshot);
        witnesses.built(snapshots.current().map(publications::told), snapshot, publication.merged());
        journal.append(line(publication, directory, built));
        Snapshot published = publications.kept(publication.sequence()).orElse(snapshot);
        snapshots.serve(readers.published(published));
        return published;
    }

    private SnapshotPublished line(Publication publication, Path directory, Built built) {
        return new SnapshotPublished(
                publication.sequence(),
                root.relativize(directory),
                publication.hour(),
                publication.merged().digest(),
                built.content(),
                built.files(),
                batches(),
                publication.merged().counts());
    }

    /** The newest adopted batch of each feed; the digest of the inputs stands for all before them. */
    private List<String> batches() {
        return catalogue.feeds().stream()
                .flatMap(feed -> newestAdopted(ledger.slots(feed.id())))
                .map(slot -> slot.feed() + "@" + slot.window() + "="
                        + Objects.requireNonNull(slot.adopted()).delivery().short8())
                .toList();
    }

    private static Stream<Slot> newestAdopted(List<Slot> slots) {
        return slots.stream().filter(slot -> slot.adopted() != null).reduce((earlier, later) -> later).stream();
    }

    private void retire() throws IOException {
        List<Snapshot> kept = publications.kept();
        for (Snapshot snapshot : kept.subList(0, Math.max(0, kept.size() - settings.keep()))) {
            if (!snapshots.isInUse(snapshot)) {
                journal.append(new SnapshotRetired(snapshot.sequence(), root.relativize(snapshot.directory())));
                DurableFiles.deleteFolder(snapshot.directory());
            }
        }
    }
}

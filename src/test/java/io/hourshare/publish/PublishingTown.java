package io.hourshare.publish;

import io.hourshare.kernel.HourWindow;
import io.hourshare.merge.SmallTown;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A small town that publishes its hours, and tells whoever asked to be told. */
public final class PublishingTown implements AutoCloseable {

    public final SmallTown town;
    public final Snapshots snapshots;
    public final List<PublicationWitness> witnesses = new ArrayList<>();
    private final PublishSettings settings = new PublishSettings(24, 2, Duration.ofSeconds(1));
    private final PublicationWitnesses told = new PublicationWitnesses(() -> witnesses);
    private final Publications publications;

    public PublishingTown(SmallTown town) {
        this.town = town;
        this.publications = new Publications(town.root, town.journal);
        this.snapshots =
                new Snapshots(town.engine, town.root, town.journal, publications, settings, told, kept -> kept);
    }

    /** Publishes the town's records as they are now under the hour's name, as the first hour of a process. */
    public Snapshot publish(String hour) {
        return publisher().publish(town.merge(), HourWindow.parse(hour), PublicationContext.of("run-" + hour));
    }

    /** One that has not published yet, by the town's present catalogue. */
    Publisher publisher() {
        return new Publisher(
                town.catalogue(),
                town.engine,
                town.root,
                town.journal,
                town.ledger,
                publications,
                snapshots,
                settings,
                told,
                Clock.fixed(SmallTown.NOW, ZoneOffset.UTC));
    }

    /** The served document of an enterprise. */
    public String document(String enterprise) {
        try (SnapshotLease lease = snapshots.lease()) {
            return lease.session()
                    .query("select body from document where enterprise_id = ?", row -> row.getString(1), enterprise)
                    .get(0);
        }
    }

    @Override
    public void close() {
        snapshots.close();
        town.close();
    }
}

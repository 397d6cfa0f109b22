package io.hourshare.quarantine;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Feed;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.land.Landing;
import io.hourshare.normalize.SourceRecords;
import io.hourshare.store.DataRoot;
import io.hourshare.store.Ledger;
import io.hourshare.store.Slot;
import io.hourshare.store.SlotState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds the files with held back records: of adopted batches, and of a delivery that waits as a whole. */
@Component
final class HeldFiles {

    private static final String QUARANTINE = "lake/quarantine/";
    private static final String RECORDS = "/records.parquet";

    private final Catalogue catalogue;
    private final Ledger ledger;
    private final Landing landing;
    private final SourceRecords sources;
    private final DataRoot root;

    HeldFiles(Catalogue catalogue, Ledger ledger, Landing landing, SourceRecords sources, DataRoot root) {
        this.catalogue = catalogue;
        this.ledger = ledger;
        this.landing = landing;
        this.sources = sources;
        this.root = root;
    }

    /** Files of the feed's windows from one to the other, both included; of every feed where none is named. */
    List<Path> of(Optional<FeedId> feed, HourWindow from, HourWindow to) {
        List<Path> files = new ArrayList<>();
        for (Feed known : catalogue.feeds()) {
            if (feed.isEmpty() || feed.get().equals(known.id())) {
                ledger.slots(known.id()).stream()
                        .filter(slot -> slot.window().compareTo(from) >= 0
                                && slot.window().compareTo(to) <= 0)
                        .flatMap(slot -> paths(known, slot).stream())
                        .map(root::resolve)
                        .filter(Files::exists)
                        .forEach(files::add);
            }
        }
        return files;
    }

    /** Files with what was accepted of these feeds after a window. */
    List<Path> acceptedAfter(Set<String> feeds, HourWindow window) {
        return catalogue.feeds().stream()
                .filter(known -> feeds.contains(known.id().toString()))
                .flatMap(known -> ledger.slots(known.id()).stream())
                .filter(slot -> slot.window().compareTo(window) > 0)
                .map(Slot::adopted)
                .filter(Objects::nonNull)
                .filter(adopted -> adopted.counts().accepted() > 0)
                .flatMap(adopted -> adopted.records().stream())
                .map(root::resolve)
                .filter(Files::exists)
                .toList();
    }

    private List<String> paths(Feed feed, Slot slot) {
        if (slot.state() == SlotState.HELD) {
            return landing.find(slot.feed(), slot.window()).stream()
                    .flatMap(batch -> batch.objects().stream())
                    .map(object -> sources.quarantineOf(feed, object))
                    .toList();
        }
        return slot.adopted() == null
                ? List.of()
                : slot.adopted().files().stream()
                        .filter(file -> file.startsWith(QUARANTINE) && file.endsWith(RECORDS))
                        .toList();
    }
}

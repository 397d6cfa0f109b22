package io.hourshare.normalize;

import io.hourshare.contract.Feed;
import io.hourshare.contract.FeedMode;
import io.hourshare.kernel.HourWindow;
import io.hourshare.land.LandedBatch;
import io.hourshare.store.JournalFact.BatchAdopted;
import io.hourshare.store.JournalFact.DeliveryLanded;
import io.hourshare.store.Ledger;
import io.hourshare.store.Slot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a feed gave before a batch.
 *
 * @param previous the newest adopted batch of an earlier window
 * @param earlier records of the batches before, newest first; initial loads and the feed's own window left out
 * @param sameHour of these, those at this hour of the day
 * @param repeats label of an earlier window with the same bytes
 * @param overlapping whether that window's questions and this one's overlap
 * @param judged whether this very delivery was adopted before: a mended mapping is no new delivery
 */
record BatchHistory(
        Optional<BatchAdopted> previous,
        List<Long> earlier,
        List<Long> sameHour,
        @Nullable String repeats,
        boolean overlapping,
        boolean judged) {

    private static final int REACH = 8 * 24; // a week of hours and a day, so that a weekend is among them

    static BatchHistory of(Ledger ledger, Feed feed, LandedBatch landed) {
        List<Slot> before = ledger.slots(feed.id()).stream()
                .filter(slot -> slot.window().compareTo(landed.window()) < 0 && slot.adopted() != null)
                .toList();
        List<Long> earlier = new ArrayList<>();
        List<Long> sameHour = new ArrayList<>();
        for (int i = before.size() - 1; i >= 0 && earlier.size() < REACH; i--) {
            BatchAdopted adopted = before.get(i).adopted();
            DeliveryLanded delivery = before.get(i).delivery();
            if (adopted != null && (delivery == null || !delivery.initial() || full(feed))) {
                earlier.add(adopted.counts().received());
                long hours = Duration.between(
                                before.get(i).window().start(), landed.window().start())
                        .toHours();
                if (hours % 24 == 0) {
                    sameHour.add(adopted.counts().received());
                }
            }
        }
        Optional<Slot> slot = ledger.slot(feed.id(), landed.window());
        String repeats = slot.map(Slot::delivery).map(DeliveryLanded::repeats).orElse(null);
        boolean judged = slot.map(Slot::adopted)
                .filter(adopted -> adopted.delivery().equals(landed.digest()))
                .isPresent();
        Optional<BatchAdopted> previous = before.stream()
                .map(Slot::adopted)
                .filter(Objects::nonNull)
                .filter(adopted -> adopted.counts().received() > 0) // nothing is nothing to compare with
                .reduce((older, newer) -> newer);
        return new BatchHistory(previous, earlier, sameHour, repeats, overlapping(feed, landed, repeats), judged);
    }

    private static boolean full(Feed feed) {
        return feed.contract().mode() == FeedMode.FULL;
    }

    /** Both windows were asked for the time between the earlier one's end and the later one's overlap. */
    private static boolean overlapping(Feed feed, LandedBatch landed, @Nullable String repeats) {
        return repeats != null
                && HourWindow.parse(repeats)
                        .end()
                        .isAfter(landed.window().start().minus(feed.contract().overlap()));
    }
}

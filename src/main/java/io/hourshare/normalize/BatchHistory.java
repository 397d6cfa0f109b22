package io.hourshare.normalize;

import io.hourshare.contract.Feed;
import io.hourshare.contract.FeedMode;
import io.hourshare.kernel.HourWindow;
import io.hourshare.land.LandedBatch;
import io.hourshare.normalize.anomaly.DayKinds;
import io.hourshare.normalize.anomaly.DayKinds.Kind;
import io.hourshare.store.JournalFact.BatchAdopted;
import io.hourshare.store.JournalFact.DeliveryLanded;
import io.hourshare.store.Ledger;
import io.hourshare.store.Slot;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
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
 * @param sameHour of these, those at this hour of days of the same kind
 * @param holiday whether the batch's own day is of a kind that comes too seldom to be compared
 * @param repeats label of an earlier window with the same bytes
 * @param overlapping whether that window's questions and this one's overlap
 * @param judged whether this very delivery was adopted before: a mended mapping is no new delivery
 */
record BatchHistory(
        Optional<BatchAdopted> previous,
        List<Long> earlier,
        List<Long> sameHour,
        boolean holiday,
        @Nullable String repeats,
        boolean overlapping,
        boolean judged) {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int REACH =
            22 * 24; // three weeks: some weekends, and working days before the longest holidays

    static BatchHistory of(Ledger ledger, Feed feed, LandedBatch landed, DayKinds days) {
        List<Slot> before = ledger.slots(feed.id()).stream()
                .filter(slot -> slot.window().compareTo(landed.window()) < 0 && slot.adopted() != null)
                .toList();
        Kind kind = days.of(day(landed.window()));
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
                if (hours % 24 == 0 && days.of(day(before.get(i).window())) == kind) {
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
        boolean holiday = kind == Kind.HOLIDAY || kind == Kind.AROUND_HOLIDAY;
        return new BatchHistory(
                previous, earlier, sameHour, holiday, repeats, overlapping(feed, landed, repeats), judged);
    }

    private static LocalDate day(HourWindow window) {
        return LocalDate.ofInstant(window.start(), CHINA);
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

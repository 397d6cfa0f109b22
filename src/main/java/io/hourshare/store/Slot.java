package io.hourshare.store;

import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one feed's window: the fold of its journal lines.
 *
 * @param delivery newest complete delivery, where there is one
 * @param adopted newest adopted result, where there is one
 * @param trouble why the slot is held or failed last; empty when neither
 * @param attempts failed attempts since the last success
 * @param changedAt time of the newest line
 */
public record Slot(
        FeedId feed,
        HourWindow window,
        SlotState state,
        JournalFact.@Nullable DeliveryLanded delivery,
        JournalFact.@Nullable BatchAdopted adopted,
        String trouble,
        int attempts,
        Instant changedAt) {

    /** Whether the newest delivery is complete, but not adopted yet. */
    public boolean waitsInLanding() {
        return delivery != null && (adopted == null || !adopted.delivery().equals(delivery.delivery()));
    }
}

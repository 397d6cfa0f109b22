package io.hourshare.operate.snapshot;

import io.hourshare.store.PublicationHold;
import java.time.Instant;
import java.util.List;

/**
 * Why nothing is published at present.
 *
 * @param sequence of the snapshot that is served meanwhile
 * @param withdrawn sequences that were taken back
 */
public record Hold(long sequence, List<Long> withdrawn, String actor, String reason, Instant since) {

    public Hold {
        withdrawn = List.copyOf(withdrawn);
    }

    static Hold of(PublicationHold hold) {
        return new Hold(hold.sequence(), hold.withdrawn(), hold.actor(), hold.reason(), hold.since());
    }
}

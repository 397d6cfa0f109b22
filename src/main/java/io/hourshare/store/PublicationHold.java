package io.hourshare.store;

import java.time.Instant;
import java.util.List;

/**
 * Nothing is published since somebody rolled back, until somebody releases it.
 *
 * @param sequence of the snapshot that is served meanwhile
 * @param withdrawn sequences that were taken back
 */
public record PublicationHold(long sequence, List<Long> withdrawn, String actor, String reason, Instant since) {

    public PublicationHold {
        withdrawn = List.copyOf(withdrawn);
    }
}

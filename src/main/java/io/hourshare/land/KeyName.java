package io.hourshare.land;

import io.hourshare.kernel.FeedId;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** Which key: that of a feed for what landed on a day, UTC. */
record KeyName(FeedId feed, LocalDate day) {

    /** Path below the folder of keys. */
    String file() {
        return feed + "/" + day + ".json";
    }

    /** Bound into what is encrypted, so that no file passes for another feed's or day's. */
    byte[] bound() {
        return (feed + " " + day).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return feed + " " + day;
    }
}

package io.hourshare.serve;

import io.hourshare.kernel.HourWindow;
import io.hourshare.publish.Snapshot;
import java.time.Instant;

/** Which snapshot an answer was read from. */
public record ServedVersion(long sequence, HourWindow hour, Instant publishedAt) {

    public static ServedVersion of(Snapshot snapshot) {
        return new ServedVersion(snapshot.sequence(), snapshot.hour(), snapshot.publishedAt());
    }

    /** As the header {@code X-Hourshare-Snapshot} has it: {@code 17; hour=2026-11-22T03Z}. */
    public String header() {
        return sequence + "; hour=" + hour.label();
    }
}

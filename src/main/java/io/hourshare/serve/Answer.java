package io.hourshare.serve;

import org.springframework.http.ResponseEntity;

/** An answer that names the snapshot it was read from. */
public final class Answer {

    /** Header that names the snapshot. */
    public static final String SNAPSHOT_HEADER = "X-Hourshare-Snapshot";

    private Answer() {}

    public static <T> ResponseEntity<T> of(ServedVersion version, T body) {
        return ResponseEntity.ok().header(SNAPSHOT_HEADER, version.header()).body(body);
    }
}

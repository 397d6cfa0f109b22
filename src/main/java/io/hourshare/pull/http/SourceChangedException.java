package io.hourshare.pull.http;

import io.hourshare.pull.session.PullReason;

/** What came so far does not fit together; the delivery is begun anew a few times before the pull fails. */
final class SourceChangedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final PullReason reason;
    private final String what;

    SourceChangedException(PullReason reason, String what) {
        super(what);
        this.reason = reason;
        this.what = what;
    }

    String what() {
        return what;
    }

    PullReason reason() {
        return reason;
    }
}

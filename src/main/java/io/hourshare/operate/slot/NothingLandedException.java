package io.hourshare.operate.slot;

import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;

/** A rerun was asked for where nothing has landed. */
final class NothingLandedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NothingLandedException(FeedId feed, HourWindow window) {
        super(feed + "@" + window + " 没有落地数据，无法重跑；请改用 repull（重新拉取）");
    }
}

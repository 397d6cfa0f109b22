package io.hourshare.pull.http;

import io.hourshare.pull.PullSettings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How far a pull over HTTP has come: its paging, and the tries of the present call. */
final class Calls {

    private final Request request;
    private final PageReader reader;
    private Paging paging;
    private int tries;
    private @Nullable Duration wish;

    Calls(Request request, PageReader reader) {
        this.request = request;
        this.reader = reader;
        this.paging = request.paging();
    }

    Request request() {
        return request;
    }

    PageReader reader() {
        return reader;
    }

    Paging paging() {
        return paging;
    }

    void startOver() {
        paging = request.paging();
        succeeded();
    }

    void succeeded() {
        tries = 0;
        wish = null;
    }

    /** Counts the failed try and tells how long to wait before the next. */
    Duration failed(PullSettings settings) {
        Duration wait = settings.backoff().multipliedBy(1L << Math.min(tries, 10));
        tries++;
        Duration wished = wish;
        wish = null;
        return wished == null ? wait : wished;
    }

    int tries() {
        return tries;
    }

    /** What the source asked for in Retry-After. */
    void wish(@Nullable Duration wait) {
        wish = wait;
    }
}

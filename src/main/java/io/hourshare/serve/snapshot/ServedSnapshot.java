package io.hourshare.serve.snapshot;

import io.hourshare.engine.Session;
import io.hourshare.publish.Snapshot;
import io.hourshare.serve.RefusedException;
import io.hourshare.serve.ServedVersion;
import io.hourshare.serve.search.SearchIndex;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A snapshot opened for answering: a few reading sessions, handed out one caller at a time, and the search index.
 *
 * <p>More readers than cores would only make each other wait, so callers queue for a session instead.
 */
public final class ServedSnapshot {

    private static final long PATIENCE_MILLIS = 2_000;

    private final Snapshot snapshot;
    private final SearchIndex index;
    private final BlockingQueue<Session> idle;
    private volatile boolean retired;

    ServedSnapshot(Snapshot snapshot, SearchIndex index, List<Session> sessions) {
        this.snapshot = snapshot;
        this.index = index;
        this.idle = new ArrayBlockingQueue<>(sessions.size(), true, sessions);
    }

    public Snapshot snapshot() {
        return snapshot;
    }

    public ServedVersion version() {
        return ServedVersion.of(snapshot);
    }

    public SearchIndex index() {
        return index;
    }

    /** Lets the question use a session; waits for one, but not for long. */
    public <T> T ask(Function<Session, T> question) {
        Session session = take();
        try {
            return question.apply(session);
        } finally {
            idle.add(session);
            if (retired) {
                closeIdle();
            }
        }
    }

    /** Closes the sessions, those in use when their question is answered. */
    void retire() {
        retired = true;
        closeIdle();
    }

    private void closeIdle() {
        for (@Nullable Session session = idle.poll(); session != null; session = idle.poll()) {
            session.close();
        }
    }

    private Session take() {
        try {
            Session session = idle.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            if (session != null) {
                return session;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new RefusedException(HttpStatus.SERVICE_UNAVAILABLE, "busy", "服务繁忙", "同时查询的人较多，请求等待超过 2 秒。请稍后重试。");
    }
}

package io.hourshare.serve.snapshot;

import io.hourshare.publish.Snapshot;
import io.hourshare.serve.RefusedException;
import io.hourshare.serve.ServedVersion;
import io.hourshare.serve.search.SearchIndex;
import io.hourshare.serve.snapshot.SnapshotSource.Opened;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/**
 * The snapshot that questions are answered from.
 *
 * <p>A newer one is opened and indexed beside the old, which goes on answering meanwhile; the last few stay open,
 * so that somebody who turns pages stays on the version that they began with.
 */
public final class ServedSnapshots implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ServedSnapshots.class);
    private static final int KEPT = 2;
    private static final long GLANCE_MILLIS = 500;

    private final SnapshotSource source;
    private final Collection<String> regions;
    private final int readers;
    private final Deque<ServedSnapshot> open = new ArrayDeque<>();
    private final ScheduledExecutorService follower = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "snapshot-follower");
        thread.setDaemon(true);
        return thread;
    });

    /** @param readers how many questions a snapshot answers at once */
    ServedSnapshots(SnapshotSource source, Collection<String> regions, int readers) {
        this.source = source;
        this.regions = regions;
        this.readers = readers;
        follower.scheduleWithFixedDelay(this::follow, GLANCE_MILLIS, GLANCE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** The newest one that is open; opens the first on the caller's time. */
    public ServedSnapshot current() {
        return find().orElseThrow(() -> new RefusedException(
                HttpStatus.SERVICE_UNAVAILABLE, "no-snapshot", "尚未发布", "还没有发布过数据，首次取数完成后即可查询。请稍后重试，或到时效页面查看进度。"));
    }

    /** As {@link #current()}, or empty before the first publication. */
    public Optional<ServedSnapshot> find() {
        Optional<Snapshot> newest = source.current();
        Optional<ServedSnapshot> served = newestOpen();
        if (newest.isEmpty()) {
            return served;
        }
        return served.isPresent() ? served : Optional.of(openFirst());
    }

    /** Which snapshot is being served; empty before the first publication. */
    public Optional<ServedVersion> version() {
        return find().map(ServedSnapshot::version);
    }

    /** The open one with the sequence. */
    public Optional<ServedSnapshot> find(long sequence) {
        find();
        synchronized (open) {
            return open.stream()
                    .filter(served -> served.snapshot().sequence() == sequence)
                    .findFirst();
        }
    }

    private Optional<ServedSnapshot> newestOpen() {
        synchronized (open) {
            return Optional.ofNullable(open.peekFirst());
        }
    }

    /** Turns to what is published now without waiting for the next glance: who rolled back sees it at once. */
    public synchronized void turn() {
        source.current()
                .filter(newest ->
                        newestOpen().filter(served -> isSame(served, newest)).isEmpty())
                .ifPresent(newest -> adopt(opened(newest).orElseGet(this::open)));
    }

    private static boolean isSame(ServedSnapshot served, Snapshot other) {
        return served.snapshot().directory().equals(other.directory());
    }

    /** The one that is published now may still be open from before. */
    private Optional<ServedSnapshot> opened(Snapshot published) {
        synchronized (open) {
            return open.stream().filter(served -> isSame(served, published)).findFirst();
        }
    }

    private synchronized ServedSnapshot openFirst() {
        return newestOpen().orElseGet(() -> adopt(open()));
    }

    private void follow() {
        try {
            turn();
        } catch (RuntimeException e) {
            LOG.error("新快照无法打开，继续使用上一个快照", e);
        }
    }

    private ServedSnapshot open() {
        Opened opened = source.open(readers);
        Snapshot snapshot = opened.snapshot();
        // The same content is found by the same words: an hour without news needs no index of its own.
        SearchIndex index = newestOpen()
                .filter(served -> served.snapshot().content().equals(snapshot.content()))
                .map(ServedSnapshot::index)
                .orElseGet(() -> SearchIndex.build(opened.sessions().get(0), regions));
        LOG.info("快照 {}（{}）开始服务：{} 家企业", snapshot.sequence(), snapshot.hour(), index.enterprises());
        return new ServedSnapshot(snapshot, index, opened.sessions());
    }

    private ServedSnapshot adopt(ServedSnapshot served) {
        synchronized (open) {
            open.remove(served);
            open.addFirst(served);
            while (open.size() > KEPT) {
                open.removeLast().retire();
            }
        }
        return served;
    }

    @Override
    public void close() {
        follower.shutdownNow();
        synchronized (open) {
            open.forEach(ServedSnapshot::retire);
            open.clear();
        }
    }
}

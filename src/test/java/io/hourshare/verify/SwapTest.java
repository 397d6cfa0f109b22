package io.hourshare.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.publish.SnapshotLease;
import io.hourshare.publish.Snapshots;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Snapshot after snapshot is published while two hundred reads a second go on. */
@Tag("F64")
class SwapTest {

    private static final int READERS = 4;
    private static final long NEAR = TimeUnit.MILLISECONDS.toNanos(100);

    @TempDir
    private Path folder;

    private final ConcurrentLinkedQueue<Read> reads = new ConcurrentLinkedQueue<>();
    private final List<Long> swaps = new ArrayList<>();

    private record Read(long from, long until) {}

    @Test
    void readersSeeOneVersionEachAndNeverAnOlderOne() throws Exception {
        publishUnderReads(6);

        assertThat(reads).hasSizeGreaterThan(100);
    }

    @Test
    @Tag("crash")
    void aThousandPublicationsSlowNobodyDown() throws Exception {
        publishUnderReads(Integer.getInteger("hourshare.publications", 1_000));

        long near = p99(true);
        long apart = p99(false);
        System.out.printf("p99 near swaps %d us, apart %d us, %d reads%n", near / 1_000, apart / 1_000, reads.size());
        assertThat(near).isLessThanOrEqualTo(Math.max(apart * 3 / 2, TimeUnit.MILLISECONDS.toNanos(10)));
    }

    private void publishUnderReads(int publications) throws Exception {
        ScheduledExecutorService threads = Executors.newScheduledThreadPool(READERS);
        try (ThinTown town = new ThinTown(folder.resolve("data"), 8)) {
            town.run(1);
            List<ScheduledFuture<?>> readers = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                AtomicLong newest = new AtomicLong();
                readers.add(threads.scheduleAtFixedRate(
                        () -> read(town.snapshots(), newest), 0, READERS * 5L, TimeUnit.MILLISECONDS));
            }
            for (int i = 0; i < publications; i++) {
                town.publish(TownFiles.window(1 + i));
                swaps.add(System.nanoTime());
                Thread.sleep(Duration.ofMillis(200).toMillis());
            }
            for (ScheduledFuture<?> reader : readers) {
                assertThat(reader.isDone())
                        .as("a reader stops only when a read failed")
                        .isFalse();
            }
            assertThat(town.snapshots().current().orElseThrow().sequence()).isEqualTo(publications + 1L);
        } finally {
            threads.shutdownNow();
            threads.awaitTermination(10, TimeUnit.SECONDS);
        }
    }

    private void read(Snapshots snapshots, AtomicLong newest) {
        long from = System.nanoTime();
        try (SnapshotLease lease = snapshots.lease()) {
            long first = sequence(lease);
            long enterprises = lease.session().number("select count(*) from document");
            long again = sequence(lease);
            if (first != again
                    || first != lease.snapshot().sequence()
                    || enterprises != 8
                    || newest.getAndSet(first) > first) {
                throw new IllegalStateException("Mixed: " + first + ", " + again + ", " + enterprises);
            }
        }
        reads.add(new Read(from, System.nanoTime()));
    }

    private static long sequence(SnapshotLease lease) {
        return lease.session().number("select value::bigint from meta where key = 'sequence'");
    }

    private long p99(boolean near) {
        List<Long> times = new ArrayList<>();
        for (Read read : reads) {
            int next = Collections.binarySearch(swaps, read.from());
            int place = next < 0 ? -next - 1 : next;
            boolean close = place < swaps.size() && swaps.get(place) - read.until() < NEAR
                    || place > 0 && read.from() - swaps.get(place - 1) < NEAR;
            if (close == near) {
                times.add(read.until() - read.from());
            }
        }
        Collections.sort(times);
        return times.get(times.size() * 99 / 100);
    }
}

package io.hourshare.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Feed;
import io.hourshare.kernel.Digest;
import io.hourshare.kernel.HourWindow;
import io.hourshare.serve.ServingApplication;
import io.hourshare.store.BatchCounts;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalEntry;
import io.hourshare.store.JournalFact.BatchAdopted;
import io.hourshare.store.JournalFact.DeliveryLanded;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How heavy and how fast the pages are, over HTTP. Weight is asserted always, time where {@code -Dbench=true} says that
 * the machine is quiet; figures are left in {@code target/page-speed.txt}.
 */
class PageSpeedTest {

    private static final int CALLS = Boolean.getBoolean("bench") ? 200 : 20;
    private static final int WARM = Boolean.getBoolean("bench") ? 50 : 5;
    private static final int FEEDS = Boolean.getBoolean("bench") ? 50 : 0;

    @TempDir
    static Path home;

    private static ServingApplication application;
    private static final List<String> FIGURES = Collections.synchronizedList(new ArrayList<>());

    @BeforeAll
    static void start() throws Exception {
        application = new ServingApplication(
                        home, "hourshare.sandbox.api-key=" + ServingApplication.KEY, "test.feeds=" + FEEDS)
                .enter();
        application.snapshots().publish(17, ShownTown::fill);
        Journal journal = application.context().getBean(Journal.class);
        for (Feed feed : application.context().getBean(Catalogue.class).feeds()) {
            HourWindow window = HourWindow.parse("2026-11-22T03Z");
            List<HourWindow> week = new ArrayList<>();
            for (int hour = 0; hour < 168; hour++, window = window.previous()) {
                week.add(0, window);
            }
            journal.append(week.stream()
                    .flatMap(hour -> done(feed, hour, hour.equals(week.get(0))))
                    .toList());
        }
    }

    @AfterAll
    static void stop() throws Exception {
        application.close();
        Files.write(Path.of("target", "page-speed.txt"), FIGURES);
    }

    @Test
    void aProfileIsLightAndFast() throws Exception {
        assertThat(measure("profile", "/enterprises/" + ShownTown.FULL, 300)).isLessThan(100_000);
    }

    @Test
    void aWeekOfSlotsIsDrawnAtOnce() throws Exception {
        measure("slots of a week" + feeds(), "/console/slots?hours=168", 200);
    }

    @Test
    void theBoardSaysQuicklyWhoIsLate() throws Exception {
        measure("freshness board" + feeds(), "/console", 300);
    }

    private static String feeds() {
        return ", " + application.context().getBean(Catalogue.class).feeds().size() + " feeds";
    }

    private static int measure(String what, String path, long limitMillis) throws Exception {
        int bytes = application.getOpenly(path).body().getBytes(StandardCharsets.UTF_8).length;
        int packed = 0;
        List<Long> millis = new ArrayList<>();
        for (int call = 0; call < WARM + CALLS; call++) {
            long start = System.nanoTime();
            packed = application
                    .getOpenly(path, "Accept-Encoding", "gzip")
                    .body()
                    .length();
            if (call >= WARM) {
                millis.add((System.nanoTime() - start) / 1_000_000);
            }
        }
        Collections.sort(millis);
        long p95 = millis.get((int) Math.ceil(CALLS * 0.95) - 1);
        FIGURES.add("%s: p50 %d ms, p95 %d ms, %d bytes, %d packed"
                .formatted(what, millis.get(CALLS / 2), p95, bytes, packed));
        if (Boolean.getBoolean("bench")) {
            assertThat(p95).as(what).isLessThanOrEqualTo(limitMillis);
        }
        return bytes;
    }

    private static Stream<JournalEntry> done(Feed feed, HourWindow hour, boolean initial) {
        Digest delivery = Digest.of(feed.id() + "@" + hour);
        BatchCounts counts = new BatchCounts(null, 40, 39, 1, 0, 0, 0, 0);
        return Stream.of(
                new DeliveryLanded(feed.id(), hour, delivery, List.of(), null, null, null, initial),
                new BatchAdopted(feed.id(), hour, delivery, feed.digest(), List.of(), counts, hour.end(), 900));
    }
}

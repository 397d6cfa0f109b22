package io.hourshare.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Feed;
import io.hourshare.kernel.Digest;
import io.hourshare.kernel.HourWindow;
import io.hourshare.serve.ServingApplication;
import io.hourshare.store.BatchCounts;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalEntry.BatchAdopted;
import io.hourshare.store.JournalEntry.DeliveryLanded;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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

    @TempDir
    static Path home;

    private static ServingApplication application;
    private static final List<String> FIGURES = Collections.synchronizedList(new ArrayList<>());

    @BeforeAll
    static void start() throws Exception {
        application = ServingApplication.demonstration(home).enter();
        application.snapshots().publish(17, ShownTown::fill);
        Journal journal = application.context().getBean(Journal.class);
        for (Feed feed : application.context().getBean(Catalogue.class).feeds()) {
            HourWindow window = HourWindow.parse("2026-11-22T03Z");
            List<HourWindow> week = new ArrayList<>();
            for (int hour = 0; hour < 168; hour++, window = window.previous()) {
                week.add(0, window);
            }
            week.forEach(hour -> done(journal, feed, hour, hour.equals(week.get(0))));
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
        measure("slots of a week, 19 feeds", "/console/slots?hours=168", 200);
    }

    @Test
    void theBoardSaysQuicklyWhoIsLate() throws Exception {
        measure("freshness board, 19 feeds", "/console", 300);
    }

    private static int measure(String what, String path, long limitMillis) throws Exception {
        int bytes = 0;
        List<Long> millis = new ArrayList<>();
        for (int call = 0; call < WARM + CALLS; call++) {
            long start = System.nanoTime();
            bytes = application.getOpenly(path).body().getBytes(StandardCharsets.UTF_8).length;
            if (call >= WARM) {
                millis.add((System.nanoTime() - start) / 1_000_000);
            }
        }
        Collections.sort(millis);
        long p95 = millis.get((int) Math.ceil(CALLS * 0.95) - 1);
        FIGURES.add("%s: p50 %d ms, p95 %d ms, %d bytes".formatted(what, millis.get(CALLS / 2), p95, bytes));
        if (Boolean.getBoolean("bench")) {
            assertThat(p95).as(what).isLessThanOrEqualTo(limitMillis);
        }
        return bytes;
    }

    private static void done(Journal journal, Feed feed, HourWindow hour, boolean initial) {
        Digest delivery = Digest.of(feed.id() + "@" + hour);
        journal.append(new DeliveryLanded(feed.id(), hour, delivery, List.of(), null, null, null, initial));
        journal.append(new BatchAdopted(
                feed.id(),
                hour,
                delivery,
                feed.digest(),
                List.of(),
                new BatchCounts(null, 40, 39, 1, 0, 0, 0, 0),
                hour.end(),
                900));
    }
}

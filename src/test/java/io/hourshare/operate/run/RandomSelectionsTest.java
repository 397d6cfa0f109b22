package io.hourshare.operate.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.Feed;
import io.hourshare.kernel.Digest;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.operate.HourFixture;
import io.hourshare.store.BatchCounts;
import io.hourshare.store.JournalAct.SlotWaived;
import io.hourshare.store.JournalFact.BatchAdopted;
import io.hourshare.store.JournalFact.SlotHeld;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verbs, feeds and windows at random: the journal afterwards speaks of what the preview listed, and of nothing else. */
class RandomSelectionsTest {

    private static final HourWindow FIRST = HourWindow.parse("2026-11-21T08Z");
    private static final HourWindow LAST = HourWindow.parse("2026-11-22T08Z");

    private RunBench bench;

    @BeforeEach
    void open(@TempDir Path folder) {
        bench = new RunBench(folder, "2026-11-22T09:30:00Z");
        for (Feed feed : List.of(bench.tax, bench.housing)) {
            bench.hour.landed(feed, FIRST.label(), true);
            bench.hour.done(feed, FIRST.label());
        }
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    @Tag("F83")
    void ofTwentyRandomSelectionsEachTouchesExactlyWhatItsPreviewLists() {
        Random random = new Random(20261122);
        Set<RunVerb> tried = EnumSet.noneOf(RunVerb.class);
        int touched = 0;
        for (int round = 0; round < 20; round++) {
            scatter(random);
            RunRequest request = selection(random, round);
            RunPlan plan = bench.operator.preview(request);
            int before = bench.hour.journal.lines().size();

            RunView run = bench.ended(bench.operator.submit(request, null, plan.plan()));

            Set<String> previewed = RunBench.labels(plan);
            assertThat(RunBench.touched(bench.since(before))).as("%s", request).isEqualTo(previewed);
            assertThat(run.slots()).isEqualTo(previewed.size());
            tried.add(request.verb());
            touched += previewed.size();
        }
        assertThat(tried).isEqualTo(EnumSet.allOf(RunVerb.class));
        assertThat(touched).as("the selections are not empty").isGreaterThan(40);
    }

    /** Hours of every kind, wherever they fall. */
    private void scatter(Random random) {
        HourWindow window = FIRST.next();
        for (int i = 0; i < 24; i++, window = window.next()) {
            Feed feed = random.nextBoolean() ? bench.tax : bench.housing;
            switch (random.nextInt(9)) {
                case 0, 1 -> bench.hour.failed(feed, window.label(), 1);
                case 2 -> bench.hour.landed(feed, window.label(), false);
                case 3 -> {
                    bench.hour.landed(feed, window.label(), false);
                    bench.hour.done(feed, window.label());
                }
                case 4 -> {
                    bench.hour.landed(feed, window.label(), false);
                    bench.hour.journal.append(new SlotHeld(feed.id(), window, "VOLUME_DROP", "少了一半"));
                }
                case 5 -> bench.hour.journal.append(new SlotWaived(feed.id(), window, "张", "停机"));
                case 6 -> returned(feed, window);
                default -> {}
            }
        }
    }

    private void returned(Feed feed, HourWindow window) {
        bench.hour.landed(feed, window.label(), false);
        bench.hour.journal.append(new BatchAdopted(
                feed.id(),
                window,
                HourFixture.CONTENT,
                Digest.of("an older mapping"),
                List.of(),
                new BatchCounts(null, 10, 8, 2, 0, 0, 0, 0),
                null,
                7));
    }

    private RunRequest selection(Random random, int round) {
        HourWindow from = FIRST;
        for (int i = random.nextInt(20); i > 0; i--) {
            from = from.next();
        }
        HourWindow to = from;
        for (int i = random.nextInt(8); i > 0 && to.compareTo(LAST) < 0; i--) {
            to = to.next();
        }
        List<FeedId> feeds = new ArrayList<>();
        if (random.nextBoolean()) {
            feeds.add(random.nextBoolean() ? bench.tax.id() : bench.housing.id());
        }
        return new RunRequest(
                RunVerb.values()[round % RunVerb.values().length],
                feeds,
                from,
                to,
                BackfillScope.values()[random.nextInt(BackfillScope.values().length)],
                1 + random.nextInt(4),
                "张",
                "第 " + round + " 轮");
    }
}

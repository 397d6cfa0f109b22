package io.hourshare.web;

import io.hourshare.kernel.Digest;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.store.BatchCounts;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalFact.BatchAdopted;
import io.hourshare.store.JournalFact.DeliveryLanded;
import io.hourshare.store.JournalFact.SlotFailed;
import io.hourshare.store.JournalFact.SlotHeld;
import java.util.List;

/** Two days of hours with every kind of outcome, for pictures and browser tests. */
final class ShownHours {

    private static final List<String> FEEDS = List.of(
            "market-regulation.registration",
            "tax.registration",
            "housing.completion",
            "natural-resources.real-estate",
            "industry-it.qualification",
            "park.roster");

    private static final String NO_ANSWER = "来源没有应答（SocketTimeoutException：Read timed out）；来源长时间无响应，稍后自动重试；持续出现请联系来源部门";
    private static final String TOO_MANY = "隔离 41 条，占收到 100 条的 41.0%，超过容许的 30.0%；请查看隔离区原因，修正映射后重跑，或请数源部门重新报送";

    private ShownHours() {}

    static void journal(Journal journal) {
        HourWindow window = HourWindow.parse("2026-11-20T20Z");
        HourWindow newest = HourWindow.parse("2026-11-22T03Z");
        for (int hour = 0; window.compareTo(newest) <= 0; hour++, window = window.next()) {
            for (int feed = 0; feed < FEEDS.size(); feed++) {
                outcome(journal, FeedId.parse(FEEDS.get(feed)), window, hour, feed);
            }
        }
    }

    private static void outcome(Journal journal, FeedId feed, HourWindow window, int hour, int number) {
        if (number == 1 && hour >= 20 && hour < 23) {
            return;
        }
        if (number == 2 && hour == 25) {
            journal.append(new SlotFailed(feed, window, "pull", "SOURCE_TIMEOUT", NO_ANSWER, 2));
        } else if (number == 3 && hour == 30) {
            journal.append(new SlotHeld(feed, window, "QUARANTINE_TOLERANCE", TOO_MANY));
        } else {
            done(journal, feed, window, hour == 0, (hour * 7 + number * 3) % 5 == 0 ? 0 : 40 + hour + number);
        }
    }

    private static void done(Journal journal, FeedId feed, HourWindow window, boolean initial, long received) {
        Digest delivery = Digest.of(feed + "@" + window);
        journal.append(new DeliveryLanded(feed, window, delivery, List.of(), null, null, null, initial));
        long bad = received / 20;
        journal.append(new BatchAdopted(
                feed,
                window,
                delivery,
                Digest.of("catalogue"),
                List.of(),
                new BatchCounts(null, received, received - bad, bad, 0, 0, 0, 1),
                window.end(),
                1_350));
    }
}

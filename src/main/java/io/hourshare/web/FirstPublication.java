package io.hourshare.web;

import io.hourshare.kernel.FeedId;
import io.hourshare.operate.freshness.FeedFreshness;
import io.hourshare.operate.freshness.Freshness;
import io.hourshare.operate.slot.OperateSettings;
import io.hourshare.trace.Chain;
import io.hourshare.trace.Chains;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a new installation still waits for before there is anything to be found, and until when. */
@Component
class FirstPublication {

    private final Freshness freshness;
    private final Chains chains;
    private final Clock clock;
    private final Instant latest;

    /** Made as the process starts, as the drive of the hours is: its first hour has the same time. */
    FirstPublication(Freshness freshness, Chains chains, OperateSettings settings, Clock clock) {
        this.freshness = freshness;
        this.chains = chains;
        this.clock = clock;
        this.latest = clock.instant().plus(settings.publishBy());
    }

    /** A feed without data, and why as far as that is known. */
    record Missing(String title, String why) {}

    /**
     * How far it has come.
     *
     * @param latest when it is published at the latest, with what is there by then
     * @param over whether that time has passed
     */
    record Standing(int feeds, List<Missing> missing, String latest, boolean over) {

        public int there() {
            return feeds - missing.size();
        }
    }

    Standing now() {
        List<FeedFreshness> feeds = freshness.now();
        List<Missing> missing = feeds.stream()
                .filter(feed -> feed.window() == null)
                .map(feed -> new Missing(feed.title(), why(feed)))
                .toList();
        return new Standing(
                feeds.size(), missing, ShownTime.minute(latest), clock.instant().isAfter(latest));
    }

    /** What stopped it last; how long it stands there is no matter, as nothing was promised before the start. */
    private String why(FeedFreshness feed) {
        String says = chains.of(FeedId.parse(feed.feed()), FreshnessBoard.awaited(feed))
                .map(Chain::says)
                .orElse("");
        int trouble = says.indexOf('；');
        return trouble < 0 ? "正在等第一次取数" : ShownValue.words(says.substring(trouble + 1));
    }
}

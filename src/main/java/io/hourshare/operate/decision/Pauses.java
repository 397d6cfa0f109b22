package io.hourshare.operate.decision;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Feed;
import io.hourshare.kernel.FeedId;
import io.hourshare.operate.run.RunRefusedException;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalAct.FeedPaused;
import io.hourshare.store.JournalAct.FeedUnpaused;
import io.hourshare.store.JournalLine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Feeds that are paused until a time; the fold of the journal. A pause ends by itself. */
public final class Pauses {

    private static final Duration LONGEST = Duration.ofDays(31);

    private final Catalogue catalogue;
    private final Journal journal;
    private final Clock clock;
    private final Map<FeedId, Pause> pauses = new TreeMap<>();

    public Pauses(Catalogue catalogue, Journal journal, Clock clock) {
        this.catalogue = catalogue;
        this.journal = journal;
        this.clock = clock;
        journal.follow(this::apply);
    }

    public synchronized boolean paused(FeedId feed, Instant now) {
        Pause pause = pauses.get(feed);
        return pause != null && now.isBefore(pause.until());
    }

    /** What is paused now. */
    public synchronized List<Pause> now() {
        Instant now = clock.instant();
        return pauses.values().stream()
                .filter(pause -> now.isBefore(pause.until()))
                .toList();
    }

    /** What the pause would be; nothing is done. */
    public Pause preview(FeedId feed, Instant until, String actor, String reason) {
        Feed known = catalogue
                .feed(feed)
                .orElseThrow(
                        () -> new RunRefusedException("feed-unknown", "没有数据源 " + feed + "；可用的见 /api/v1/freshness"));
        Instant now = clock.instant();
        if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST))) {
            throw new RunRefusedException(
                    "until-out-of-range", "暂停截止时间须在现在之后、" + LONGEST.toDays() + " 天之内；收到的是 " + until);
        }
        long windows = Duration.between(now, until).toHours();
        return new Pause(feed.toString(), known.contract().title(), now, until, windows, actor, reason);
    }

    /** Pauses the feed's schedule; a pause that stands is replaced. */
    public Pause pause(FeedId feed, Instant until, String actor, String reason) {
        requireReason(reason, "暂停");
        Pause pause = preview(feed, until, actor, reason);
        journal.append(new FeedPaused(feed, until, actor, reason));
        return pause;
    }

    /** The pause that would end; nothing is done. */
    public synchronized Pause previewEnd(FeedId feed) {
        Pause pause = pauses.get(feed);
        if (pause == null || !paused(feed, clock.instant())) {
            throw new RunRefusedException("not-paused", "数据源 " + feed + " 没有暂停，不需要解除；现有暂停见 /api/v1/pauses");
        }
        return pause;
    }

    /** Ends the pause before its time. */
    public void unpause(FeedId feed, String actor, String reason) {
        requireReason(reason, "解除暂停");
        previewEnd(feed);
        journal.append(new FeedUnpaused(feed, actor, reason));
    }

    private static void requireReason(String reason, String what) {
        if (reason.isBlank()) {
            throw new RunRefusedException("reason-missing", "缺少事由（reason）；请说明为什么要" + what);
        }
    }

    private synchronized void apply(JournalLine line) {
        if (line.entry() instanceof FeedPaused paused) {
            String title = catalogue
                    .feed(paused.feed())
                    .map(feed -> feed.contract().title())
                    .orElse("");
            pauses.put(
                    paused.feed(),
                    new Pause(
                            paused.feed().toString(),
                            title,
                            line.at(),
                            paused.until(),
                            Duration.between(line.at(), paused.until()).toHours(),
                            paused.actor(),
                            paused.reason()));
        } else if (line.entry() instanceof FeedUnpaused ended) {
            pauses.remove(ended.feed());
        }
    }
}

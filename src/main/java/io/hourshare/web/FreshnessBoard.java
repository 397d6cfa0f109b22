package io.hourshare.web;

import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.operate.freshness.FeedFreshness;
import io.hourshare.operate.freshness.FreshnessState;
import io.hourshare.trace.Chains;
import io.hourshare.web.console.ShownChain;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every feed against its promise, what needs somebody first. */
public record FreshnessBoard(List<Count> counts, List<Line> lines) {

    private static final Set<FreshnessState> LATE =
            EnumSet.of(FreshnessState.OVERDUE, FreshnessState.MISSING, FreshnessState.HELD);

    /** How many feeds are in a state. */
    public record Count(String label, String look, long number) {}

    /** One feed. */
    public record Line(
            String feed,
            String title,
            String label,
            String look,
            String sign,
            String dataTime,
            String age,
            String promise,
            String due,
            @Nullable String window,
            String hour,
            @Nullable String missingWindow,
            String missing,
            String why,
            @Nullable ShownChain chain,
            boolean behind) {}

    /** The board as of an instant. */
    public static FreshnessBoard of(List<FeedFreshness> feeds, Chains chains, Instant now) {
        List<Count> counts = Arrays.stream(FreshnessState.values())
                .map(state -> new Count(
                        state.label(),
                        look(state),
                        feeds.stream().filter(feed -> feed.state() == state).count()))
                .filter(count -> count.number() > 0)
                .toList();
        List<Line> lines = feeds.stream()
                .sorted(Comparator.comparingInt(feed -> urgency(feed.state())))
                .map(feed -> line(feed, chains, now))
                .toList();
        return new FreshnessBoard(counts, lines);
    }

    private static Line line(FeedFreshness feed, Chains chains, Instant now) {
        Long age = feed.ageMinutes();
        return new Line(
                feed.feed(),
                feed.title(),
                feed.stateLabel(),
                look(feed.state()),
                sign(feed.state()),
                ShownTime.minute(feed.dataTime()),
                age == null ? "" : ShownTime.minutes(age),
                ShownTime.minutes(feed.promiseMinutes()),
                due(Duration.between(now, feed.dueAt()).toMinutes(), feed.state()),
                feed.window(),
                feed.window() == null ? "" : ShownTime.hour(HourWindow.parse(feed.window())),
                feed.missingWindow(),
                missing(feed),
                ShownValue.words(feed.why()),
                chain(feed, chains, now),
                LATE.contains(feed.state()));
    }

    /** Which hour the promise is broken for, whatever has come since. */
    static String missing(FeedFreshness feed) {
        String oldest = feed.missingWindow();
        if (oldest == null) {
            return "";
        }
        String hour = "缺 " + ShownTime.window(oldest);
        return feed.missingWindows() == 1 ? hour : hour + " 等 " + feed.missingWindows() + " 个时段";
    }

    /** Of the window that everybody waits for, or else of the one that came last; an hour still running has no way yet. */
    private static @Nullable ShownChain chain(FeedFreshness feed, Chains chains, Instant now) {
        HourWindow awaited = awaited(feed);
        String last = feed.window();
        HourWindow window = LATE.contains(feed.state()) || last == null ? awaited : HourWindow.parse(last);
        return window.end().isAfter(now)
                ? null
                : chains.of(FeedId.parse(feed.feed()), window)
                        .map(ShownChain::of)
                        .map(FreshnessBoard::brief)
                        .orElse(null);
    }

    /** The oldest window that is not settled. */
    static HourWindow awaited(FeedFreshness feed) {
        return HourWindow.containing(
                feed.dueAt().minus(Duration.ofMinutes(feed.promiseMinutes())).minusSeconds(1));
    }

    /** Where it stands; why it stands there is said beside it already. */
    private static ShownChain brief(ShownChain chain) {
        return new ShownChain(chain.says().replaceFirst("；.*", ""), chain.steps());
    }

    private static String due(long left, FreshnessState state) {
        if (state == FreshnessState.NOT_YET_DUE) {
            return "";
        }
        return left >= 0 ? "还有 " + ShownTime.minutes(left) : "已超 " + ShownTime.minutes(-left);
    }

    private static int urgency(FreshnessState state) {
        return switch (state) {
            case OVERDUE, MISSING -> 0;
            case HELD, PAUSED -> 1;
            case DUE_SOON -> 2;
            case ON_TIME -> 3;
            case NOT_YET_DUE -> 4;
        };
    }

    private static String look(FreshnessState state) {
        return switch (state) {
            case OVERDUE, MISSING -> "gone";
            case HELD, PAUSED, DUE_SOON -> "disputed";
            case ON_TIME -> "live";
            case NOT_YET_DUE -> "quietly";
        };
    }

    private static String sign(FreshnessState state) {
        return switch (state) {
            case OVERDUE -> "✕";
            case MISSING -> "∅";
            case HELD -> "‖";
            case PAUSED -> "■";
            case DUE_SOON -> "!";
            case ON_TIME -> "✓";
            case NOT_YET_DUE -> "–";
        };
    }
}

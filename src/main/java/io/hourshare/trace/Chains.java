package io.hourshare.trace;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Feed;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Why a window is late, stretch by stretch: file made, landed, normalized, merged, published. */
@Component
public final class Chains {

    private final Catalogue catalogue;
    private final BatchTraces traces;
    private final Clock clock;

    Chains(Catalogue catalogue, BatchTraces traces, Clock clock) {
        this.catalogue = catalogue;
        this.traces = traces;
        this.clock = clock;
    }

    /** The window's way; empty for a feed that the catalogue does not know. */
    public Optional<Chain> of(FeedId feed, HourWindow window) {
        return catalogue.feed(feed).map(known -> chain(known, window));
    }

    private Chain chain(Feed feed, HourWindow window) {
        BatchTrace trace = traces.of(feed.id(), window).orElseGet(() -> BatchTrace.of(feed.id(), window));
        Walk walk = new Walk(window.end(), clock.instant());
        walk.step("made", "数源出数", made(trace));
        walk.step("landed", "取数", trace.landedAt());
        walk.step("normalized", "入库", trace.adoptedAt());
        if (trace.mergedAt() != null || trace.publishedAt() == null) {
            walk.step("merged", "归并", trace.mergedAt());
        }
        walk.step("published", "发布", trace.publishedAt());
        return new Chain(
                feed.id().toString(), feed.contract().title(), window.label(), walk.marked(), walk.says(trace));
    }

    /** A source that says nothing of its own time, or a time within the hour, had it ready when the hour was over. */
    private static @Nullable Instant made(BatchTrace trace) {
        Instant landed = trace.landedAt();
        Instant over = trace.window().end();
        if (landed == null) {
            return trace.trouble() == null ? null : over;
        }
        Instant made = trace.madeAt();
        return made == null || made.isBefore(over) || made.isAfter(landed) ? earlier(over, landed) : made;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** Adds stretch to stretch; the first that is not reached is the one that the batch is on. */
    private static final class Walk {

        private final Instant now;
        private final List<Hop> hops = new ArrayList<>();
        private Instant from;
        private boolean open;

        Walk(Instant over, Instant now) {
            this.from = over;
            this.now = now;
        }

        void step(String name, String title, @Nullable Instant at) {
            if (open) {
                hops.add(new Hop(name, title, null, null, false));
            } else {
                Instant end = at == null ? now : at;
                hops.add(new Hop(
                        name, title, at, Math.max(0, Duration.between(from, end).toSeconds()), false));
                open = at == null;
                from = end;
            }
        }

        List<Hop> marked() {
            Optional<Hop> slowest = slowest();
            return hops.stream()
                    .map(hop -> new Hop(
                            hop.name(),
                            hop.title(),
                            hop.at(),
                            hop.seconds(),
                            slowest.filter(hop::equals).isPresent()))
                    .toList();
        }

        String says(BatchTrace trace) {
            BatchTrace.Trouble trouble = trace.trouble();
            String stuck = trouble == null ? "" : "；" + trouble.detail();
            return slowest()
                    .map(hop -> (hop.at() == null ? "停在" : "最慢的一步是") + "“" + hop.title() + "”，"
                            + (hop.at() == null ? "已 " : "用时 ") + spoken(seconds(hop)) + stuck)
                    .orElse("各步都在一分钟内完成");
        }

        /** A batch that came through at once has no slowest stretch worth a word. */
        private Optional<Hop> slowest() {
            return hops.stream().filter(hop -> seconds(hop) >= 60).max(Comparator.comparingLong(Walk::seconds));
        }

        private static long seconds(Hop hop) {
            return hop.seconds() == null ? 0 : hop.seconds();
        }

        private static String spoken(long seconds) {
            return seconds < 7200 ? seconds / 60 + " 分" : seconds / 3600 + " 时 " + seconds % 3600 / 60 + " 分";
        }
    }
}

package io.hourshare.trace;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Feed;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.quarantine.Cause;
import io.hourshare.quarantine.Quarantine;
import io.hourshare.store.BatchCounts;
import io.hourshare.store.JournalFact.DeliveryLanded;
import io.hourshare.store.Ledger;
import io.hourshare.store.Slot;
import io.hourshare.trace.BatchTrace.Trouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a failed or held window's card together. */
@Component
public final class FailureCards {

    private static final int SAMPLES = 5;

    private final Catalogue catalogue;
    private final BatchTraces traces;
    private final Ledger ledger;
    private final Quarantine quarantine;

    FailureCards(Catalogue catalogue, BatchTraces traces, Ledger ledger, Quarantine quarantine) {
        this.catalogue = catalogue;
        this.traces = traces;
        this.ledger = ledger;
        this.quarantine = quarantine;
    }

    /** The card; empty where nothing is wrong with the window. */
    public Optional<FailureCard> of(FeedId feed, HourWindow window) {
        return catalogue
                .feed(feed)
                .flatMap(known -> traces.of(feed, window)
                        .filter(trace -> trace.trouble() != null)
                        .map(trace -> card(known, trace, Objects.requireNonNull(trace.trouble()))));
    }

    private FailureCard card(Feed feed, BatchTrace trace, Trouble trouble) {
        List<Cause> causes = quarantine.causes(Optional.of(feed.id()), trace.window(), trace.window());
        Optional<BatchTrace> good = lastGood(trace);
        Advice advice = Advice.of(trouble);
        return new FailureCard(
                feed.id().toString(),
                feed.contract().title(),
                trace.window().label(),
                trouble.held(),
                trouble.step().equals("pull") ? "取数" : "入库",
                trouble.reason(),
                trouble.detail(),
                trouble.attempt(),
                trouble.at(),
                fewest(causes),
                good.map(before -> before.window().label()).orElse(null),
                difference(trace, good, causes),
                advice.text(),
                advice.verb());
    }

    private Optional<BatchTrace> lastGood(BatchTrace trace) {
        return traces.of(trace.feed()).stream()
                .filter(earlier -> earlier.window().compareTo(trace.window()) < 0)
                .filter(earlier -> earlier.counts() != null && earlier.trouble() == null)
                .reduce((older, newer) -> newer);
    }

    private static List<Cause> fewest(List<Cause> causes) {
        List<Cause> few = new ArrayList<>();
        int left = SAMPLES;
        for (Cause cause : causes) {
            if (left > 0) {
                few.add(cause.with(cause.samples()
                        .subList(0, Math.min(left, cause.samples().size()))));
                left -= cause.samples().size();
            }
        }
        return few;
    }

    private List<String> difference(BatchTrace trace, Optional<BatchTrace> good, List<Cause> causes) {
        List<String> lines = new ArrayList<>();
        drifted(trace).forEach(lines::add);
        if (good.isEmpty()) {
            lines.add("此前没有成功过的时段，无从比较");
            return lines;
        }
        BatchCounts before = Objects.requireNonNull(good.get().counts());
        if (trace.landedAt() == null) {
            lines.add("这次没有收到数据；上次成功时收到 " + before.received() + " 条");
        }
        declared(trace)
                .filter(total -> trace.counts() == null)
                .ifPresent(total -> lines.add("这次数源声明 " + total + " 条；上次成功时收到 " + before.received() + " 条"));
        long returned = causes.stream().mapToLong(Cause::records).sum();
        if (returned > 0) {
            lines.add("这次退回 " + returned + " 条，上次退回 " + before.quarantined() + " 条（收到 " + before.received() + " 条）");
            causes.stream()
                    .limit(3)
                    .map(cause ->
                            "主要原因：" + cause.fieldTitle() + (cause.fieldTitle().isEmpty() ? "" : "，")
                                    + cause.explanation() + " " + cause.records() + " 条")
                    .forEach(lines::add);
        }
        recovered(trace.counts()).ifPresent(lines::add);
        return lines.isEmpty() ? List.of("收到的数据与上次相当，差别在处理环节") : lines;
    }

    /** Columns and values that are not as they were, old beside new. */
    private Stream<String> drifted(BatchTrace trace) {
        return ledger.drifts().stream()
                .filter(seen ->
                        seen.feed().equals(trace.feed()) && seen.window().equals(trace.window()))
                .flatMap(seen -> seen.changes().stream())
                .distinct()
                .map(change -> "列 " + change.column() + "：原先 " + change.before() + "，现在 " + change.after());
    }

    private Optional<Long> declared(BatchTrace trace) {
        return ledger.slot(trace.feed(), trace.window()).map(Slot::delivery).map(DeliveryLanded::declared);
    }

    /** A window that was accepted before fails again only because somebody ran it anew. */
    private static Optional<String> recovered(@Nullable BatchCounts earlier) {
        return Optional.ofNullable(earlier).map(counts -> "这个时段先前已入库 " + counts.accepted() + " 条，先前的结果仍在使用");
    }
}

package io.hourshare.history;

import io.hourshare.kernel.HourWindow;
import io.hourshare.serve.RefusedException;
import io.hourshare.serve.ServedVersion;
import io.hourshare.serve.profile.PastDocuments;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What was known of an enterprise: today's document with everything undone that came later. */
public final class EnterpriseHistory implements PastDocuments {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ChangeBatches batches;
    private final ChangeRows rows;
    private final Telling telling;
    private final ChangeFeed feed;

    EnterpriseHistory(ChangeBatches batches, ChangeRows rows, ChangeFeed feed, Telling telling) {
        this.feed = feed;
        this.batches = batches;
        this.rows = rows;
        this.telling = telling;
    }

    @Override
    public Past asOf(
            String enterpriseId,
            Optional<String> today,
            ServedVersion served,
            HourWindow hour,
            Predicate<String> shown) {
        ChangeBatch then = batches.asOf(hour).orElseThrow(() -> notPublished(hour));
        // What was published while this question is answered is not in the document that it started from.
        List<ChangeBatch> later = batches.after(then.number()).stream()
                .filter(batch -> !batch.at().isAfter(served.publishedAt()))
                .toList();
        if (rows.kept(later).size() < later.size()) {
            throw notKept(hour);
        }
        DocumentUndo undo = new DocumentUndo(
                enterpriseId,
                today.map(body -> (ObjectNode) JSON.readTree(body)).orElse(null),
                shown,
                said -> !telling.isOfAnotherFeed(said));
        rows.of(enterpriseId, later).forEach(row -> undo.undo(row.change()));
        return new Past(
                new ServedVersion(then.sequence(), then.hour(), then.at()),
                Optional.ofNullable(undo.asOf(then.hour().end())).map(ObjectNode::toString));
    }

    /** @param next place after which the next page goes on; null on the last */
    record Page(List<ToldChange> items, @Nullable String next) {}

    /**
     * What changed of an enterprise, newest first.
     *
     * @param before a page's {@code next}; absent for the first page
     */
    Page of(String enterpriseId, boolean whole, @Nullable String before, int limit) {
        List<ChangeRows.Row> kept = rows.of(enterpriseId, rows.kept(batches.all()));
        if (before != null) {
            ChangeCursor place = feed.place(before);
            kept = kept.stream().dropWhile(row -> !place.isAfter(row.place())).toList();
        }
        List<ToldChange> told = telling.tell(kept.stream().limit(limit).toList(), whole, false);
        return new Page(told, kept.size() > limit ? told.get(limit - 1).cursor() : null);
    }

    /** What changed of an enterprise after the state that was served for the hour, newest first. */
    public List<ToldChange> since(String enterpriseId, HourWindow hour, boolean whole) {
        ChangeBatch then = batches.asOf(hour).orElseThrow(() -> notPublished(hour));
        return telling.tell(rows.of(enterpriseId, rows.kept(batches.after(then.number()))), whole, false);
    }

    private static RefusedException notPublished(HourWindow hour) {
        return new RefusedException(
                HttpStatus.NOT_FOUND, "hour-not-published", "该时段尚未发布", hour.label() + " 及以前没有发布过数据。请选择首次发布之后的时段。");
    }

    private static RefusedException notKept(HourWindow hour) {
        return new RefusedException(
                HttpStatus.GONE,
                "history-not-kept",
                "该时段不能回看",
                hour.label() + " 之后的变动记录不完整（首次发布、超过保存期限，或当时的上一快照已损坏）。请选择较近的时段。");
    }
}

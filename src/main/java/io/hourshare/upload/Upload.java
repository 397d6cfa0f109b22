package io.hourshare.upload;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hourshare.contract.Feed;
import io.hourshare.contract.FeedJob;
import io.hourshare.normalize.Tolerance;
import io.hourshare.normalize.TriedChange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file that was handed in and not yet landed.
 *
 * @param id what it is landed by
 * @param window hour that it would be the delivery of
 * @param change what it would change
 * @param heldBecause why the checks of every delivery would hold it once it is landed; null where they would not
 */
public record Upload(
        String id,
        String feed,
        @JsonProperty("feed_title") String feedTitle,
        String file,
        long size,
        String window,
        TriedChange change,
        @JsonProperty("held_because") @Nullable String heldBecause) {

    static Upload of(HandedIn.File file, Feed feed, long size, String window, TriedChange change) {
        return new Upload(
                file.id(),
                feed.id().toString(),
                feed.contract().title(),
                file.name(),
                size,
                window,
                change,
                held(feed.job(), change));
    }

    private static @Nullable String held(FeedJob job, TriedChange change) {
        long known = change.unchanged() + change.changed() + change.removed() + change.vanished();
        List<String> why = new ArrayList<>();
        if (Tolerance.isExceeded(change.vanished(), known, job.vanishTolerance())) {
            why.add(over("消失", change.vanished(), job.vanishTolerance()));
        }
        if (Tolerance.isExceeded(change.quarantined(), change.received(), job.quarantineTolerance())) {
            why.add(over("退回", change.quarantined(), job.quarantineTolerance()));
        }
        return why.isEmpty() ? null : String.join("；", why) + "；落地后不会直接入库，须在待处理中由人确认。请先核对是不是整份名单";
    }

    private static String over(String what, long count, double tolerance) {
        return what + " " + count + " 条，超过容许的 " + Math.round(tolerance * 100) + " %";
    }
}

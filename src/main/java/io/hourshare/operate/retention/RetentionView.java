package io.hourshare.operate.retention;

import io.hourshare.contract.Catalogue;
import io.hourshare.kernel.FeedId;
import io.hourshare.land.Retention;
import io.hourshare.land.Retention.Kept;
import io.hourshare.store.Destroyed.Ending;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * How long what landed of a feed is kept, as the interface and the command line give it.
 *
 * @param retentionDays what the contract allows
 * @param sealed whether it is kept encrypted, with a key for each day
 * @param files number of landed files that are kept
 * @param oldest day of the oldest of them
 * @param until when those go
 * @param ended what went, oldest first
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record RetentionView(
        String feed,
        String title,
        int retentionDays,
        boolean sealed,
        int files,
        @Nullable LocalDate oldest,
        @Nullable Instant until,
        List<Ended> ended) {

    /** What landed on a day, gone. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Ended(LocalDate day, Instant at, int files, boolean key, String actor) {

        static Ended of(Ending ending) {
            return new Ended(ending.day(), ending.at(), ending.objects(), ending.key(), ending.actor());
        }
    }

    /**
     * What goes, or would.
     *
     * @param files landed files and what was held back of them
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Going(String feed, LocalDate day, boolean key, List<String> files) {

        static Going of(Retention.Due due) {
            List<String> files = new java.util.ArrayList<>(due.objects());
            files.addAll(due.files());
            return new Going(due.feed().toString(), due.day(), due.key(), files);
        }
    }

    static RetentionView of(Kept kept, Catalogue catalogue) {
        return new RetentionView(
                kept.feed().toString(),
                title(kept.feed(), catalogue),
                kept.days(),
                kept.sealed(),
                kept.held(),
                kept.oldest().orElse(null),
                kept.until().orElse(null),
                kept.endings().stream().map(Ended::of).toList());
    }

    private static String title(FeedId feed, Catalogue catalogue) {
        return catalogue.feed(feed).map(known -> known.contract().title()).orElse("目录中已没有");
    }
}

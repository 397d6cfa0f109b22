package io.hourshare.sandbox;

import io.hourshare.sandbox.source.Listing;
import io.hourshare.sandbox.source.Listing.Query;
import io.hourshare.sandbox.source.SourceFeed;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pages of feeds as departments' interfaces cut them; the last few questions are remembered. */
final class Listings {

    private static final int REMEMBERED = 24;
    private static final int LARGEST_PAGE = 1000;

    private final Clock clock;
    private final Map<Question, Counted> recent = new LinkedHashMap<>();

    private record Question(String feed, Query query) {}

    /** Counts a listing when it is first asked for; other listings are not kept waiting meanwhile. */
    private static final class Counted {

        private final SourceFeed feed;
        private final Query query;
        private @Nullable Listing listing;

        Counted(SourceFeed feed, Query query) {
            this.feed = feed;
            this.query = query;
        }

        synchronized Listing get() {
            Listing counted = listing == null ? new Listing(feed, query) : listing;
            listing = counted;
            return counted;
        }
    }

    Listings(Clock clock) {
        this.clock = clock;
    }

    /**
     * What a feed holds between two times, empty or absent ones being open. A question about the past is answered from
     * the past, so that pages do not shift while the town lives on.
     */
    Listing of(SourceFeed feed, @Nullable String from, @Nullable String to, int pageSize) {
        Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        Instant until = time(to);
        Instant asOf = until != null && until.isBefore(hour) ? until : hour;
        int size = Math.max(1, Math.min(pageSize, LARGEST_PAGE));
        Question question = new Question(feed.id(), new Query(asOf, time(from), until, size));
        return counted(feed, question).get();
    }

    private synchronized Counted counted(SourceFeed feed, Question question) {
        Counted counted = recent.computeIfAbsent(question, any -> new Counted(feed, question.query));
        if (recent.size() > REMEMBERED) {
            recent.remove(recent.keySet().iterator().next());
        }
        return counted;
    }

    private static @Nullable Instant time(@Nullable String text) {
        return text == null || text.isBlank()
                ? null
                : OffsetDateTime.parse(text.strip()).toInstant();
    }
}

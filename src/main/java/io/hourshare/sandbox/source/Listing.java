package io.hourshare.sandbox.source;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A feed's records of one time span cut into pages; it remembers where pages begin, never the records. */
public final class Listing {

    private final SourceFeed feed;
    private final Query query;
    private final List<Start> starts = new ArrayList<>();
    private int total;

    /** What was asked for: records as they stood at an hour, written within a span, so many on a page. */
    public record Query(
            Instant asOf, @Nullable Instant from, @Nullable Instant to, int pageSize) {

        boolean wants(SourceRecord record) {
            return (from == null || !record.changedAt().isBefore(from))
                    && (to == null || record.changedAt().isBefore(to));
        }
    }

    private record Start(long position, int skip) {}

    public Listing(SourceFeed feed, Query query) {
        this.feed = feed;
        this.query = query;
        for (long position = 0; position < feed.world().positions(); position++) {
            int here = (int) wanted(position).count();
            for (int skip = 0; skip < here; skip++) {
                if ((total + skip) % query.pageSize == 0) {
                    starts.add(new Start(position, skip));
                }
            }
            total += here;
        }
    }

    public int total() {
        return total;
    }

    public int pages() {
        return starts.size();
    }

    /** Records of a page; pages count from 1. */
    public List<SourceRecord> page(int number) {
        if (number < 1 || number > starts.size()) {
            return List.of();
        }
        Start start = starts.get(number - 1);
        Iterator<SourceRecord> rest = LongStream.range(
                        start.position, feed.world().positions())
                .boxed()
                .flatMap(this::wanted)
                .skip(start.skip)
                .iterator();
        List<SourceRecord> page = new ArrayList<>();
        while (page.size() < query.pageSize && rest.hasNext()) {
            page.add(rest.next());
        }
        return page;
    }

    private Stream<SourceRecord> wanted(long position) {
        return feed.about(feed.world().slotAt(position), query.asOf).filter(query::wants);
    }
}

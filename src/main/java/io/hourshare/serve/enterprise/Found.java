package io.hourshare.serve.enterprise;

import io.hourshare.serve.ServedVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a search.
 *
 * @param total enterprises found, on all pages
 * @param next cursor of the next page; null on the last
 */
public record Found(
        ServedVersion version,
        List<SearchHit> hits,
        int total,
        @Nullable String next) {

    public Found {
        hits = List.copyOf(hits);
    }
}

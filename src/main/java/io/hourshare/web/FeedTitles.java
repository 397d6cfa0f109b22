package io.hourshare.web;

import io.hourshare.contract.Catalogue;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people call a feed; what the catalogue does not have keeps its id. */
@Component
public final class FeedTitles {

    private final Map<String, String> titles = new HashMap<>();

    FeedTitles(Catalogue catalogue) {
        catalogue
                .feeds()
                .forEach(
                        feed -> titles.put(feed.id().toString(), feed.contract().title()));
    }

    public String of(@Nullable String feed) {
        return feed == null ? "" : titles.getOrDefault(feed, feed);
    }
}

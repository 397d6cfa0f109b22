package io.hourshare.web;

import io.hourshare.contract.Catalogue;
import io.hourshare.kernel.FeedId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people call a feed; what the catalogue has no more keeps its id. */
@Component
class FeedTitles {

    private final Catalogue catalogue;

    FeedTitles(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    String of(@Nullable String feed) {
        return feed == null
                ? ""
                : catalogue
                        .feed(FeedId.parse(feed))
                        .map(known -> known.contract().title())
                        .orElse(feed);
    }
}

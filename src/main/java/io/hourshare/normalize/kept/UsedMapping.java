package io.hourshare.normalize.kept;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Feed;
import io.hourshare.kernel.Digest;
import io.hourshare.kernel.FeedId;
import java.util.Optional;

/** A feed with the catalogue that says how it is, or was, to be read. */
public record UsedMapping(Catalogue catalogue, Feed feed) {

    /** The feed as this catalogue has it. */
    public static Optional<UsedMapping> in(Catalogue catalogue, FeedId feed) {
        return catalogue.feed(feed).map(known -> new UsedMapping(catalogue, known));
    }

    /** Names the mapping; changes with whatever decides how the feed's bytes become values. */
    public String version() {
        return feed.digest().short8();
    }

    /** The feed as this catalogue has it, where that is just this mapping. */
    public static Optional<UsedMapping> in(Catalogue catalogue, FeedId feed, Digest mapping) {
        return in(catalogue, feed).filter(used -> used.feed().digest().equals(mapping));
    }
}

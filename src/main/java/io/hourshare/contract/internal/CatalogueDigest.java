package io.hourshare.contract.internal;

import io.hourshare.contract.CanonicalEntity;
import io.hourshare.contract.CodeList;
import io.hourshare.contract.Feed;
import io.hourshare.contract.SqlModel;
import io.hourshare.contract.Survivorship;
import io.hourshare.kernel.Digest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Digest of everything that decides what an hour's profile says. */
final class CatalogueDigest {

    private CatalogueDigest() {}

    static Digest of(
            Collection<Feed> feeds,
            Map<String, CanonicalEntity> entities,
            Map<String, CodeList> codeLists,
            Map<String, List<SqlModel>> models,
            Survivorship survivorship) {
        List<String> parts = new ArrayList<>();
        for (Feed feed : feeds) {
            parts.add(feed.id() + " " + feed.digest());
            parts.add(feed.route().template() + new TreeMap<>(feed.route().parameters()));
        }
        new TreeMap<>(entities).values().forEach(entity -> parts.add(entity.toString()));
        new TreeMap<>(codeLists).values().forEach(list -> parts.add(FeedDigest.text(list)));
        new TreeMap<>(models).values().forEach(folder -> folder.forEach(model -> parts.add(model.sql())));
        parts.add(survivorship.text());
        return Digest.of(parts);
    }
}

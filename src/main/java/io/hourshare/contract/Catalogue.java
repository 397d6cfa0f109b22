package io.hourshare.contract;

import io.hourshare.kernel.Digest;
import io.hourshare.kernel.FeedId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that routes/, jobs/ and schemas/ say, checked as a whole.
 *
 * @param feeds sorted by id
 * @param entities canonical entities by name, {@code enterprise} among them
 * @param models SQL models by folder below {@code jobs/}: {@code resolve}, {@code merge}, {@code publish},
 *     {@code contradictions}
 */
public record Catalogue(
        List<Feed> feeds,
        List<RouteTemplate> templates,
        Map<String, CanonicalEntity> entities,
        Map<String, CodeList> codeLists,
        Map<String, List<SqlModel>> models,
        Survivorship survivorship,
        Digest digest) {

    public Catalogue {
        feeds = List.copyOf(feeds);
        templates = List.copyOf(templates);
        entities = Map.copyOf(entities);
        codeLists = Map.copyOf(codeLists);
        models = Map.copyOf(models);
    }

    public Optional<Feed> feed(FeedId id) {
        return feeds.stream().filter(feed -> feed.id().equals(id)).findFirst();
    }

    /** A canonical field; none where the entity or the field is not known. */
    public Optional<CanonicalField> field(String entity, String name) {
        return Optional.ofNullable(entities.get(entity)).flatMap(known -> known.field(name));
    }
}

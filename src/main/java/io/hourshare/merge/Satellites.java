package io.hourshare.merge;

import io.hourshare.contract.CanonicalEntity;
import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Feed;
import io.hourshare.engine.Session;
import io.hourshare.engine.Sql;
import io.hourshare.kernel.FeedId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Every kind of thing beside the enterprise itself that some feed's job fills. */
final class Satellites {

    private final Catalogue catalogue;

    Satellites(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Sorted by name. */
    List<CanonicalEntity> entities() {
        return catalogue.feeds().stream()
                .map(feed -> feed.job().into())
                .filter(into -> !into.equals(CanonicalEntity.ENTERPRISE))
                .distinct()
                .sorted()
                .map(catalogue.entities()::get)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Entities that no feed fills and a model of the same name derives; sorted by name. */
    List<CanonicalEntity> measures(Set<String> models) {
        List<CanonicalEntity> filled = entities();
        return catalogue.entities().values().stream()
                .filter(entity -> models.contains(entity.name()) && !filled.contains(entity))
                .sorted(Comparator.comparing(CanonicalEntity::name))
                .toList();
    }

    /** Columns of the records of each feed that goes into the satellite. */
    Map<FeedId, Set<String>> columns(Session session, CanonicalEntity entity, List<Feed> feeds) {
        Map<FeedId, Set<String>> columns = new TreeMap<>();
        for (Feed feed : feeds) {
            if (feed.job().into().equals(entity.name())) {
                String describe = "select column_name from (describe "
                        + Sql.identifier(feed.id().toString()) + ")";
                columns.put(feed.id(), new HashSet<>(session.query(describe, row -> row.getString(1))));
            }
        }
        return columns;
    }
}

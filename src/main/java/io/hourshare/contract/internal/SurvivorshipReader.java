package io.hourshare.contract.internal;

import io.hourshare.contract.CanonicalEntity;
import io.hourshare.contract.CanonicalField;
import io.hourshare.contract.CodeList;
import io.hourshare.contract.Feed;
import io.hourshare.contract.FieldMapping;
import io.hourshare.contract.Survivorship;
import io.hourshare.kernel.FeedId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads which feed is believed for an attribute, written {@code department.feed} or {@code department.feed.FIELD}. */
final class SurvivorshipReader {

    private final Map<FeedId, Feed> feeds;
    private final Set<FeedId> leftOut;
    private final Map<String, CodeList> codeLists;
    private final Problems problems;

    /**
     * @param feeds feeds that are sound
     * @param leftOut feeds that exist but are broken: naming them is no mistake of this file
     */
    SurvivorshipReader(
            Map<FeedId, Feed> feeds, Set<FeedId> leftOut, Map<String, CodeList> codeLists, Problems problems) {
        this.feeds = feeds;
        this.leftOut = leftOut;
        this.codeLists = codeLists;
        this.problems = problems;
    }

    Survivorship read(YamlFile file, CanonicalEntity enterprise) {
        Set<String> known = new HashSet<>();
        enterprise.fields().stream().map(CanonicalField::name).forEach(known::add);
        Map<String, List<FeedId>> order = new TreeMap<>();
        file.root().get("order").entries().forEach((attribute, line) -> {
            if (!known.contains(attribute)) {
                problems.keyError(
                        line,
                        "ATTRIBUTE_UNKNOWN",
                        "没有规范字段 '" + attribute + "'",
                        "改为以下之一：" + Suggestions.nearest(attribute, known));
            }
            order.put(attribute, line(attribute, line));
        });
        return new Survivorship(order, new ValidityReader(feeds.values(), codeLists, problems).read(file, known));
    }

    private List<FeedId> line(String attribute, YamlNode line) {
        List<FeedId> order = new ArrayList<>();
        for (YamlNode item : line.items()) {
            feed(attribute, item).filter(feed -> !order.contains(feed)).ifPresent(order::add);
        }
        return order;
    }

    private Optional<FeedId> feed(String attribute, YamlNode item) {
        String[] parts = item.text().split("\\.", 3);
        Optional<FeedId> id = parts.length < 2 ? Optional.empty() : CatalogueFiles.feedId(parts[0], parts[1]);
        if (id.isPresent() && leftOut.contains(id.get())) {
            return Optional.empty();
        }
        if (id.isEmpty() || !feeds.containsKey(id.get())) {
            List<String> known = feeds.keySet().stream().map(FeedId::toString).toList();
            problems.error(
                    item,
                    "FEED_UNKNOWN",
                    "没有数据源 '" + item.text() + "'",
                    "改为以下之一：" + Suggestions.nearest(item.text(), known));
            return Optional.empty();
        }
        checkGiven(attribute, item, feeds.get(id.get()), parts.length == 3 ? parts[2] : "");
        return id;
    }

    private void checkGiven(String attribute, YamlNode item, Feed feed, String field) {
        Optional<FieldMapping> mapping = feed.job().map().stream()
                .filter(one -> one.canonical().equals(attribute))
                .findFirst();
        boolean named = field.isEmpty()
                || field.equals(attribute)
                || mapping.isPresent() && mapping.get().from().contains(field);
        if (mapping.isEmpty() || !feed.job().into().equals(CanonicalEntity.ENTERPRISE) || !named) {
            problems.error(
                    item,
                    "ATTRIBUTE_NOT_GIVEN",
                    "数据源 '" + feed.id() + "' 不提供 '" + attribute + "'" + (named ? "" : "（字段 " + field + "）"),
                    "删去它，或在 jobs/" + feed.id().department() + "/" + feed.id().name() + ".yaml 中映射");
        }
    }
}

package io.hourshare.contract.internal;

import io.hourshare.contract.CanonicalEntity;
import io.hourshare.contract.CanonicalField;
import io.hourshare.contract.Conversion;
import io.hourshare.contract.Disposition;
import io.hourshare.contract.Feed;
import io.hourshare.contract.FieldMapping;
import io.hourshare.contract.LogicalType;
import io.hourshare.contract.SourceField;
import io.hourshare.kernel.FeedId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Adds the attributes that only a feed's own contract declares to the canonical entities. */
final class DeclaredFields {

    private final Problems problems;

    DeclaredFields(Problems problems) {
        this.problems = problems;
    }

    Map<String, CanonicalEntity> added(
            Map<String, CanonicalEntity> declared, Map<FeedId, Feed> feeds, Map<String, YamlFile> files) {
        Map<String, Map<String, CanonicalField>> fields = new TreeMap<>();
        declared.forEach((name, entity) -> {
            Map<String, CanonicalField> byName = new LinkedHashMap<>();
            entity.fields().forEach(field -> byName.put(field.name(), field));
            fields.put(name, byName);
        });
        for (Feed feed : feeds.values()) {
            Map<String, CanonicalField> byName = fields.get(feed.job().into());
            if (byName != null) {
                Set<String> own = names(declared.get(feed.job().into()));
                feed.job().map().stream()
                        .filter(mapping -> !own.contains(mapping.canonical()))
                        .forEach(mapping -> add(byName, feed, mapping, files));
            }
        }
        Map<String, CanonicalEntity> entities = new TreeMap<>();
        declared.forEach((name, entity) -> entities.put(
                name,
                new CanonicalEntity(
                        name,
                        entity.title(),
                        entity.grain(),
                        List.copyOf(Objects.requireNonNull(fields.get(name)).values()))));
        return entities;
    }

    private static Set<String> names(@Nullable CanonicalEntity entity) {
        return entity == null
                ? Set.of()
                : entity.fields().stream().map(CanonicalField::name).collect(Collectors.toSet());
    }

    private void add(Map<String, CanonicalField> byName, Feed feed, FieldMapping mapping, Map<String, YamlFile> files) {
        SourceField source = mapping.from().stream()
                .flatMap(name -> feed.contract().field(name).stream())
                .findFirst()
                .orElse(null);
        if (source == null || MappingCheck.RESERVED.contains(mapping.canonical())) {
            return;
        }
        CanonicalField field = declare(mapping, source);
        CanonicalField known = byName.putIfAbsent(mapping.canonical(), field);
        if (known != null && !fits(known.type(), field.type())) {
            report(
                    feed,
                    mapping,
                    known,
                    files.get("jobs/" + feed.id().department() + "/" + feed.id().name() + ".yaml"));
        }
    }

    private static boolean fits(LogicalType known, LogicalType given) {
        return known == given || known == LogicalType.NUMBER && given == LogicalType.INTEGER;
    }

    private void report(Feed feed, FieldMapping mapping, CanonicalField known, @Nullable YamlFile file) {
        if (file != null) {
            problems.keyError(
                    file.root().get("map").get(mapping.canonical()),
                    "TYPE_DIFFERS",
                    "字段 '" + mapping.canonical() + "' 在别处是 " + known.type() + "，" + feed.id() + " 给出的类型不同",
                    "换一个转换，或换一个规范字段名");
        }
    }

    private static CanonicalField declare(FieldMapping mapping, SourceField source) {
        LogicalType type =
                Conversion.named(mapping.as()).map(Conversion::result).orElse(source.type());
        String unit = mapping.options().containsKey("unit") ? mapping.options().get("unit") : source.unit();
        boolean restricted = source.disposition() == Disposition.RESTRICTED;
        return new CanonicalField(mapping.canonical(), source.title(), type, unit, "", restricted, null);
    }
}

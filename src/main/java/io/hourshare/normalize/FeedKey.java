package io.hourshare.normalize;

import io.hourshare.contract.Feed;
import io.hourshare.contract.SourceField;
import io.hourshare.normalize.convert.MappedField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What tells a feed's records apart: the contract's key fields, and the place where one record became several. */
final class FeedKey {

    private final Feed feed;
    private final List<MappedField> mapped;

    FeedKey(Feed feed, List<MappedField> mapped) {
        this.feed = feed;
        this.mapped = mapped;
    }

    /** Key fields with the mapped field that gives each its canonical value, where there is one. */
    Map<String, Optional<MappedField>> parts() {
        Map<String, Optional<MappedField>> parts = new LinkedHashMap<>();
        feed.contract().key().forEach(field -> parts.put(field.name(), first(field.name())));
        if (isMultiplied()
                && !parts.isEmpty()
                && feed.contract().field(FeedMapping.INDEX).isEmpty()) {
            parts.put(FeedMapping.INDEX, first(FeedMapping.INDEX));
        }
        return parts;
    }

    /** Mapped fields that give a key field its value, in order of preference. */
    List<MappedField> values(String source) {
        Stream<String> instead = feed.contract().field(source).map(FeedKey::instead).orElse(List.of()).stream();
        return Stream.concat(Stream.of(source), instead)
                .flatMap(name -> first(name).stream())
                .toList();
    }

    /** Whether one record of the source becomes several that the key fields alone do not tell apart. */
    boolean isMultiplied() {
        Map<String, String> options = feed.job().reading().options();
        String split = options.getOrDefault("split", "");
        String parted = split.split(",")[0].strip();
        return options.containsKey("explode")
                || !split.isEmpty()
                        && feed.contract().key().stream()
                                .noneMatch(field -> field.name().equals(parted));
    }

    /** Fields that stand in the key where the given one has no value. */
    static List<String> instead(SourceField field) {
        return field.options().get("keyInstead") instanceof List<?> names
                ? names.stream().map(String::valueOf).toList()
                : List.of();
    }

    private Optional<MappedField> first(String source) {
        return mapped.stream().filter(one -> one.sources().contains(source)).findFirst();
    }
}

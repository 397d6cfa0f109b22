package io.hourshare.contract;

import io.hourshare.kernel.FeedId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Names that lists may be narrowed by. One that nobody knows is refused together with those there are: an empty answer
 * would pass for good news.
 */
public final class KnownNames {

    private final Catalogue catalogue;

    public KnownNames(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    public FeedId feed(String name) {
        List<String> known =
                catalogue.feeds().stream().map(feed -> feed.id().toString()).toList();
        return FeedId.parse(require("feed", "数据源", name, known));
    }

    /** Empty where none is named. */
    public Optional<FeedId> optionalFeed(@org.jspecify.annotations.Nullable String name) {
        return Optional.ofNullable(name).filter(one -> !one.isEmpty()).map(this::feed);
    }

    /** As it was given; empty means all. */
    public String department(String name) {
        return optional(
                "department", "部门", name, new Departments(catalogue).all().keySet());
    }

    /** A standing rule between departments; empty means all. */
    public String contradictionRule(String name) {
        return optional(
                "rule",
                "规则",
                name,
                catalogue.models().getOrDefault("contradictions", List.of()).stream()
                        .map(SqlModel::name)
                        .toList());
    }

    /** A field as its department calls it; empty means all. */
    public String sourceField(FeedId feed, String name) {
        return optional(
                "field",
                "数据源 " + feed + " 的字段",
                name,
                catalogue.feed(feed).stream()
                        .flatMap(known -> known.contract().fields().stream())
                        .map(SourceField::name)
                        .toList());
    }

    /** Values of details that name what the catalogue knows; others may be anything. */
    public void details(Map<String, String> details) {
        details.forEach((name, value) -> {
            if (name.equals("feed")) {
                optionalFeed(value);
            } else if (name.equals("department")) {
                department(value);
            }
        });
    }

    /** As {@link #require}, where empty means all. */
    public static String optional(String kind, String title, String name, Collection<String> known) {
        return name.isEmpty() ? name : require(kind, title, name, known);
    }

    /**
     * The name as it was given.
     *
     * @param kind beginning of the code, as in {@code feed-unknown}
     * @param title what is named, in Chinese
     * @throws UnknownNameException where it is none of the known ones
     */
    public static String require(String kind, String title, String name, Collection<String> known) {
        if (!known.contains(name)) {
            String all = String.join("、", new TreeSet<>(known));
            throw new UnknownNameException(
                    kind + "-unknown", "没有" + title + "“" + name + "”；" + (all.isEmpty() ? "现在一个也没有" : "现有：" + all));
        }
        return name;
    }
}

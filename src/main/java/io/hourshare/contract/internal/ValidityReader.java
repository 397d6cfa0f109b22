package io.hourshare.contract.internal;

import io.hourshare.contract.CodeList;
import io.hourshare.contract.Feed;
import io.hourshare.contract.FieldMapping;
import io.hourshare.contract.ValidityRule;
import io.hourshare.contract.ValidityRule.YieldsTo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads for which reasons what a record says gives way. */
final class ValidityReader {

    private final Collection<Feed> feeds;
    private final Map<String, CodeList> codeLists;
    private final Problems problems;

    ValidityReader(Collection<Feed> feeds, Map<String, CodeList> codeLists, Problems problems) {
        this.feeds = feeds;
        this.codeLists = codeLists;
        this.problems = problems;
    }

    /** @param known canonical fields of the enterprise */
    List<ValidityRule> read(YamlFile file, Set<String> known) {
        List<ValidityRule> rules = new ArrayList<>();
        for (YamlNode item : file.root().get("validity").items()) {
            YamlNode field = item.get("when").get("field");
            YamlNode among = item.get("when").get("in");
            checkField(field, known);
            item.get("attributes").items().forEach(attribute -> checkField(attribute, known));
            checkCodes(field.text(), among);
            rules.add(new ValidityRule(
                    item.get("rule").text(),
                    item.get("title").text(),
                    field.text(),
                    texts(among),
                    texts(item.get("attributes")),
                    item.get("yields-to").text().equals("same-feed") ? YieldsTo.SAME_FEED : YieldsTo.ANY));
        }
        return rules;
    }

    private static List<String> texts(YamlNode list) {
        return list.items().stream().map(YamlNode::text).toList();
    }

    private void checkField(YamlNode field, Set<String> known) {
        if (!known.contains(field.text())) {
            problems.error(
                    field,
                    "ATTRIBUTE_UNKNOWN",
                    "没有规范字段 '" + field.text() + "'",
                    "改为以下之一：" + Suggestions.nearest(field.text(), known));
        }
    }

    // A code that no record can ever have would silence its rule.
    private void checkCodes(String field, YamlNode among) {
        Set<String> codes = new TreeSet<>();
        feeds.stream()
                .flatMap(feed -> feed.job().map().stream())
                .filter(mapping -> mapping.canonical().equals(field))
                .flatMap(this::codes)
                .forEach(codes::add);
        for (YamlNode value : among.items()) {
            if (!codes.isEmpty() && !codes.contains(value.text())) {
                problems.error(
                        value,
                        "CODE_UNKNOWN",
                        "字段 '" + field + "' 不会有取值 '" + value.text() + "'",
                        "改为以下之一：" + Suggestions.nearest(value.text(), codes));
            }
        }
    }

    private Stream<String> codes(FieldMapping mapping) {
        CodeList list = codeLists.get(mapping.options().getOrDefault("list", ""));
        return list == null
                ? Stream.empty()
                : Stream.concat(
                        list.rows().stream().map(row -> row.getOrDefault("code", "")),
                        Stream.ofNullable(mapping.options().get("otherwise")));
    }
}

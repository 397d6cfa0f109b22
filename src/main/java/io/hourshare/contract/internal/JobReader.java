package io.hourshare.contract.internal;

import io.hourshare.contract.FeedJob;
import io.hourshare.contract.FieldMapping;
import io.hourshare.contract.Reading;
import io.hourshare.contract.SourceFormat;
import io.hourshare.kernel.Digest;
import io.hourshare.kernel.FeedId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads a job file; what the contract and the canonical entity must add is left to {@link FeedBinding}. */
final class JobReader {

    private static final int SPREAD_MINUTES = 14;
    private static final Set<String> TABS = Set.of("tab", "\\t");
    private static final Set<String> CHARSETS = Set.of(
            "UTF-8",
            "UTF8",
            "GB18030",
            "GBK",
            "GB2312",
            "X-GBK",
            "CP936",
            "MS936",
            "WINDOWS-936",
            "BIG5",
            "US-ASCII",
            "ISO-8859-1",
            "WINDOWS-1252");

    private final Problems problems;

    JobReader(Problems problems) {
        this.problems = problems;
    }

    /** A job whose mappings may still lack a conversion, written as an empty {@code as}. */
    FeedJob read(FeedId feed, YamlFile file, SourceFormat format) {
        YamlNode root = file.root();
        if (root.get("feed").exists() && !root.get("feed").text().equals(feed.toString())) {
            problems.error(
                    root.get("feed"),
                    "ID_DIFFERS",
                    "feed 与文件名不一致：" + root.get("feed").text(),
                    "改为 " + feed);
        }
        return new FeedJob(
                feed,
                root.get("into").text("enterprise"),
                reading(root.get("read"), format),
                mappings(root.get("map")),
                root.get("schedule").get("minute").integer(spread(feed)),
                root.get("tolerance").get("quarantined").number(1.0),
                root.get("tolerance").get("vanished").number(0.5));
    }

    /** Feeds that do not say when are spread over the minutes before the hour is published. */
    private static int spread(FeedId feed) {
        return 1 + Integer.parseInt(Digest.of(feed.toString()).hex().substring(0, 6), 16) % SPREAD_MINUTES;
    }

    private Reading reading(YamlNode node, SourceFormat fallback) {
        if (!CHARSETS.contains(node.get("charset").text("UTF-8").toUpperCase(Locale.ROOT))) {
            refuse(node.get("charset"), "GB18030（GBK、GB2312 也写它）或 UTF-8；不写则自动识别");
        }
        String delimiter = node.get("delimiter").text(",");
        if (delimiter.length() != 1 && !TABS.contains(delimiter)) {
            refuse(node.get("delimiter"), "一个字符，如 \"|\"；制表符写 tab");
        }
        Map<String, String> options = new LinkedHashMap<>();
        SourceFormat format = fallback;
        for (Map.Entry<String, YamlNode> entry : node.entries().entrySet()) {
            if (entry.getKey().equals("format")) {
                format = format(entry.getValue().text(), fallback);
            } else if (entry.getValue().exists()) {
                options.put(entry.getKey(), String.join(",", texts(entry.getValue())));
            }
        }
        return new Reading(format, options);
    }

    private void refuse(YamlNode node, String remedy) {
        problems.error(node, "VALUE_NOT_ALLOWED", "值 \"" + node.text() + "\" 不在允许之列", "改为" + remedy);
    }

    private static SourceFormat format(String word, SourceFormat fallback) {
        for (SourceFormat format : SourceFormat.values()) {
            if (format.name().equals(word.toUpperCase(Locale.ROOT))) {
                return format;
            }
        }
        return fallback;
    }

    private static List<FieldMapping> mappings(YamlNode map) {
        List<FieldMapping> mappings = new ArrayList<>();
        map.entries().forEach((canonical, node) -> mappings.add(mapping(canonical, node)));
        return mappings;
    }

    private static FieldMapping mapping(String canonical, YamlNode node) {
        if (!node.isObject()) {
            return new FieldMapping(canonical, texts(node), "", Map.of());
        }
        Map<String, String> options = new LinkedHashMap<>();
        node.entries().forEach((name, value) -> {
            if (!name.equals("from") && !name.equals("as") && value.exists()) {
                options.put(name, value.text());
            }
        });
        return new FieldMapping(
                canonical, texts(node.get("from")), node.get("as").text(), options);
    }

    private static List<String> texts(YamlNode node) {
        return node.items().stream().map(YamlNode::text).toList();
    }
}

package io.hourshare.contract.internal;

import io.hourshare.contract.Cycle;
import io.hourshare.contract.DeletionRule;
import io.hourshare.contract.FeedContract;
import io.hourshare.contract.FeedMode;
import io.hourshare.contract.ShareAttribute;
import io.hourshare.contract.Watch;
import io.hourshare.kernel.FeedId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads a feed's contract (ODCS) into our record, filling in what it leaves out. */
final class ContractReader {

    private static final Map<String, Duration> UNITS = Map.ofEntries(
            Map.entry("m", Duration.ofMinutes(1)),
            Map.entry("min", Duration.ofMinutes(1)),
            Map.entry("minute", Duration.ofMinutes(1)),
            Map.entry("h", Duration.ofHours(1)),
            Map.entry("hr", Duration.ofHours(1)),
            Map.entry("hour", Duration.ofHours(1)),
            Map.entry("d", Duration.ofDays(1)),
            Map.entry("day", Duration.ofDays(1)),
            Map.entry("w", Duration.ofDays(7)),
            Map.entry("week", Duration.ofDays(7)),
            Map.entry("month", Duration.ofDays(30)),
            Map.entry("y", Duration.ofDays(365)),
            Map.entry("year", Duration.ofDays(365)));

    private static final int YEAR = 365;

    private final Problems problems;

    ContractReader(Problems problems) {
        this.problems = problems;
    }

    FeedContract read(FeedId id, YamlFile file) {
        YamlNode root = file.root();
        CustomProperties own = CustomProperties.of(root, FEED_WORDS, problems);
        String purpose =
                own.text("purpose", root.get("description").get("purpose").text());
        return new FeedContract(
                id,
                root.get("name").text(id.toString()),
                root.get("version").text("1.0.0"),
                new SourceFields(problems).read(root.get("schema").items()),
                own.choice("mode", FeedMode.class, FeedMode.FULL),
                own.choice("deletionRule", DeletionRule.class, DeletionRule.NONE),
                Duration.ofMinutes(own.integer("overlapMinutes", 0)),
                own.choice("cycle", Cycle.class, cycle(root)),
                promise(root, own),
                own.flag("replayable", true),
                own.choice("shareAttribute", ShareAttribute.class, ShareAttribute.CONDITIONAL),
                own.text("shareBasis", ""),
                purpose,
                own.integer("retentionDays", retention(root)),
                own.text("owner", "未登记"),
                watches(own),
                new QualityReader(problems).read(root.get("schema").items()),
                sealed(root, own));
    }

    private static Map<Watch, Boolean> watches(CustomProperties own) {
        Map<Watch, Boolean> watches = new EnumMap<>(Watch.class);
        for (Watch watch : Watch.values()) {
            String word = own.text(watch.word(), "");
            if (!word.isEmpty()) {
                watches.put(watch, word.equals("hold"));
            }
        }
        return watches;
    }

    private static final List<String> FEED_WORDS = words(
            "mode",
            "deletionRule",
            "overlapMinutes",
            "cycle",
            "promiseMinutes",
            "replayable",
            "shareAttribute",
            "shareBasis",
            "purpose",
            "retentionDays",
            "owner");

    private static List<String> words(String... own) {
        List<String> words = new ArrayList<>(List.of(own));
        words.addAll(Watch.words());
        return List.copyOf(words);
    }

    private Duration promise(YamlNode root, CustomProperties own) {
        Duration latency = sla(root, "latency", Duration.ofHours(1));
        return Duration.ofMinutes(own.integer("promiseMinutes", (int) Math.max(1, latency.toMinutes())));
    }

    /** A limit that a law or an agreement sets, or one below a year, is meant to hold for every copy. */
    private boolean sealed(YamlNode root, CustomProperties own) {
        boolean regulatory = root.get("slaProperties").items().stream()
                .anyMatch(item -> item.get("property").text().equals("retention")
                        && item.get("driver").text("").equals("regulatory"));
        return regulatory || own.integer("retentionDays", retention(root)) < YEAR;
    }

    private int retention(YamlNode root) {
        return (int) Math.max(1, sla(root, "retention", Duration.ofDays(1095)).toDays());
    }

    private Cycle cycle(YamlNode root) {
        long hours = sla(root, "frequency", Duration.ofHours(1)).toHours();
        if (hours < 24) {
            return Cycle.HOURLY;
        }
        if (hours < 24 * 7) {
            return Cycle.DAILY;
        }
        return hours < 24 * 28 ? Cycle.WEEKLY : hours < 24 * 365 ? Cycle.MONTHLY : Cycle.YEARLY;
    }

    private Duration sla(YamlNode root, String property, Duration fallback) {
        for (YamlNode item : root.get("slaProperties").items()) {
            if (item.get("property").text().equals(property)) {
                return duration(item, fallback);
            }
        }
        return fallback;
    }

    private Duration duration(YamlNode item, Duration fallback) {
        String word = item.get("unit").text("h").toLowerCase(Locale.ROOT);
        String singular = word.length() > 2 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
        Duration unit = UNITS.get(singular);
        double value = item.get("value").number(-1);
        if (unit == null || value < 0) {
            problems.error(
                    item,
                    "SLA_UNREADABLE",
                    "看不懂的承诺：value " + item.get("value").text("?") + " unit " + word,
                    "value 写数字，unit 写 min、h、d、w、month 或 y");
            return fallback;
        }
        return Duration.ofMinutes(Math.round(value * unit.toMinutes()));
    }
}

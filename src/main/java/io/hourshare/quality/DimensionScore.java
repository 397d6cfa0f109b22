package io.hourshare.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How well a feed does in one dimension.
 *
 * @param score mean of its rules' scores, 0 to 1
 */
public record DimensionScore(String feed, String title, String dimension, double score, long rules, long broken) {

    /** One score a feed and dimension, sorted. */
    public static List<DimensionScore> of(List<QualityResult> results) {
        Map<String, List<QualityResult>> grouped = new TreeMap<>();
        results.forEach(
                result -> grouped.computeIfAbsent(result.feed() + " " + result.dimension(), absent -> new ArrayList<>())
                        .add(result));
        return grouped.values().stream().map(DimensionScore::scored).toList();
    }

    private static DimensionScore scored(List<QualityResult> rules) {
        QualityResult first = rules.get(0);
        double mean = rules.stream().mapToDouble(QualityResult::score).average().orElse(0);
        long broken = rules.stream().filter(rule -> !rule.met()).count();
        return new DimensionScore(
                first.feed(),
                first.feedTitle(),
                first.dimension(),
                Math.round(mean * 10_000) / 10_000.0,
                rules.size(),
                broken);
    }
}

package io.hourshare.contract.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** What would have been right instead of a mistaken word. */
final class Suggestions {

    private static final int ALL = 12;
    private static final int NEAREST = 3;

    private Suggestions() {}

    /** The allowed words, the likeliest first. */
    static String of(String given, Collection<String> allowed) {
        return some(given, allowed, ALL);
    }

    /** The likeliest of many words. */
    static String nearest(String given, Collection<String> allowed) {
        return some(given, allowed, NEAREST);
    }

    private static String some(String given, Collection<String> allowed, int shown) {
        List<String> nearest = allowed.stream()
                .filter(word -> !word.isBlank()) // of an item that is itself mistaken
                .distinct()
                .sorted(Comparator.<String>comparingInt(word -> distance(given, word))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(shown)
                .toList();
        return String.join("、", nearest) + (allowed.size() > nearest.size() ? " 等" : "");
    }

    private static int distance(String left, String right) {
        int[] row = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int substituted = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[right.length()];
    }
}

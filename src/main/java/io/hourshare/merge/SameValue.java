package io.hourshare.merge;

import io.hourshare.engine.ScalarRule;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells a real difference between two departments' values from a different way of writing. */
public final class SameValue {

    private static final Pattern NOISE = Pattern.compile("[\\s\\p{Punct}\\p{IsPunctuation}]+");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final int SHORTEST_ADDRESS = 6;

    private SameValue() {}

    static List<ScalarRule> rules() {
        return List.of(new Comparable(), new Differ());
    }

    /** Width, case, blanks and punctuation make no difference; a number keeps sign and point. */
    public static String comparable(String value) {
        if (NUMBER.matcher(value).matches()) {
            return value;
        }
        String folded = Normalizer.normalize(value, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        return NOISE.matcher(folded).replaceAll("");
    }

    /** Addresses may be written from the province, the city or the road on: then one ends with the other. */
    static boolean differ(String value, String other, String rule) {
        String a = comparable(value);
        String b = comparable(other);
        if (a.equals(b)) {
            return false;
        }
        boolean address = rule.startsWith("address") && Math.min(a.length(), b.length()) >= SHORTEST_ADDRESS;
        return !(address && (a.endsWith(b) || b.endsWith(a)));
    }

    private record Comparable() implements ScalarRule {

        @Override
        public String name() {
            return "comparable";
        }

        @Override
        public int parameters() {
            return 1;
        }

        @Override
        public @Nullable String apply(@Nullable String[] arguments) {
            String value = arguments[0];
            return value == null ? null : comparable(value);
        }
    }

    private record Differ() implements ScalarRule {

        @Override
        public String name() {
            return "differ";
        }

        @Override
        public int parameters() {
            return 3;
        }

        @Override
        public @Nullable String apply(@Nullable String[] arguments) {
            String value = arguments[0];
            String other = arguments[1];
            String rule = arguments[2];
            return value == null || other == null
                    ? null
                    : Boolean.toString(differ(value, other, rule == null ? "" : rule));
        }
    }
}

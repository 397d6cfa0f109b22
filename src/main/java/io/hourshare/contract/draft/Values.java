package io.hourshare.contract.draft;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The different values of a column in half width and capitals, without those that say that there is none. */
record Values(List<String> all) {

    private static final Set<String> NONE = Set.of("\\N", "NULL", "N/A", "NA", "NONE", "-", "--", "/", "暂无", "空", "不详");

    static Values of(List<String> raw) {
        return new Values(raw.stream()
                .map(Values::plain)
                .filter(value -> !NONE.contains(value))
                .distinct()
                .toList());
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    double share(Pattern pattern) {
        return share(value -> pattern.matcher(value).matches());
    }

    double share(Predicate<String> holds) {
        return all.isEmpty() ? 0 : (double) all.stream().filter(holds).count() / all.size();
    }

    boolean any(Predicate<String> holds) {
        return all.stream().anyMatch(holds);
    }

    boolean all(Predicate<String> holds) {
        return !all.isEmpty() && all.stream().allMatch(holds);
    }

    private static String plain(String value) {
        String half = Normalizer.normalize(value, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
        return half.length() > 1 && "'’‘`".indexOf(half.charAt(0)) >= 0 ? half.substring(1) : half;
    }
}

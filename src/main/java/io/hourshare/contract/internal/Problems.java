package io.hourshare.contract.internal;

import io.hourshare.contract.CatalogueProblem;
import io.hourshare.contract.CatalogueProblem.Severity;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** Collects every problem of a catalogue, so that all of them are reported at once. */
final class Problems {

    private final TreeSet<CatalogueProblem> found = new TreeSet<>();

    void error(String file, Place place, String code, String cause, String remedy) {
        add(Severity.ERROR, file, place, code, cause, remedy);
    }

    void error(YamlNode at, String code, String cause, String remedy) {
        error(at.file().path(), at.place(), code, cause, remedy);
    }

    /** Where the key, not the value, is what is wrong. */
    void keyError(YamlNode at, String code, String cause, String remedy) {
        error(at.file().path(), at.key(), code, cause, remedy);
    }

    void warning(YamlNode at, String code, String cause, String remedy) {
        add(Severity.WARNING, at.file().path(), at.place(), code, cause, remedy);
    }

    boolean brokenIn(Collection<String> files) {
        return found.stream()
                .anyMatch(problem -> problem.severity() == Severity.ERROR && files.contains(problem.file()));
    }

    List<CatalogueProblem> list() {
        return List.copyOf(found);
    }

    /** Ending of a remedy that names what would have been right, the likeliest first. */
    static String oneOf(String given, Collection<String> allowed) {
        List<String> sorted = allowed.stream()
                .sorted(Comparator.<String>comparingInt(word -> distance(given, word))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(12)
                .toList();
        return String.join("、", sorted) + (allowed.size() > sorted.size() ? " 等" : "");
    }

    private void add(Severity severity, String file, Place place, String code, String cause, String remedy) {
        found.add(new CatalogueProblem(severity, file, place.line(), place.column(), code, cause + "。", remedy + "。"));
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

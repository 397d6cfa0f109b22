package io.hourshare.contract;

import java.util.Comparator;

/**
 * A mistake in a catalogue file, in Chinese: what is wrong and how to mend it.
 *
 * @param severity an error leaves the feed out, a warning does not
 * @param line one-based, or 0 where the file as a whole is meant
 * @param column one-based, or 0 where the line as a whole is meant
 */
public record CatalogueProblem(
        Severity severity, String file, int line, int column, String code, String cause, String remedy)
        implements Comparable<CatalogueProblem> {

    private static final Comparator<CatalogueProblem> BY_PLACE = Comparator.comparing(CatalogueProblem::file)
            .thenComparingInt(CatalogueProblem::line)
            .thenComparingInt(CatalogueProblem::column)
            .thenComparing(CatalogueProblem::toString);

    /** Whether the feed can be used in spite of it. */
    public enum Severity {
        ERROR,
        WARNING
    }

    @Override
    public int compareTo(CatalogueProblem other) {
        return BY_PLACE.compare(this, other);
    }

    /** Prints like a compiler: {@code file:line:column code cause remedy}. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + " " + code + " " + cause + " " + remedy;
    }
}

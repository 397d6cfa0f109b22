package io.hourshare.contract;

/**
 * A mistake in a catalogue file, in Chinese: what is wrong and how to mend it.
 *
 * @param line one-based, or 0 where the file as a whole is meant
 * @param column one-based, or 0 where the line as a whole is meant
 */
public record CatalogueProblem(String file, int line, int column, String code, String cause, String remedy)
        implements Comparable<CatalogueProblem> {

    @Override
    public int compareTo(CatalogueProblem other) {
        return toString().compareTo(other.toString());
    }

    /** Prints like a compiler: {@code file:line:column code cause remedy}. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + " " + code + " " + cause + " " + remedy;
    }
}

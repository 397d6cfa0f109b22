package io.hourshare.normalize;

/** How many records of a delivery may be missing or sent back before it waits for a person. */
public final class Tolerance {

    /** Below this many records a share says nothing: one bad record of an hour's two is no broken delivery. */
    private static final int FEW = 10;

    private Tolerance() {}

    /** @param tolerance share that a job allows, from 0 to 1 */
    public static boolean isExceeded(long count, long all, double tolerance) {
        return count >= FEW && all > 0 && (double) count / all > tolerance;
    }
}

package io.hourshare.serve.search;

import java.util.Arrays;
import java.util.PriorityQueue;

/**
 * Keeps the best match of each enterprise as one number: reason, still in business, place, length, matched row.
 *
 * <p>A query that a hundred thousand names answer allocates one array and no objects.
 */
public final class Ranking {

    private static final long EMPTY = Long.MAX_VALUE;
    private static final int ROW_BITS = 32;

    private final long[] best;
    private int found;

    Ranking(int enterprises) {
        best = new long[enterprises];
        Arrays.fill(best, EMPTY);
    }

    /** @param penalty 0 to 255, the less the better; {@code length} likewise up to 511 */
    void offer(int enterprise, MatchReason reason, boolean active, int penalty, int length, int row) {
        long score = reason.ordinal();
        score = score << 1 | (active ? 0 : 1);
        score = score << 8 | Math.min(penalty, 255);
        score = score << 9 | Math.min(length, 511);
        long key = score << ROW_BITS | row;
        if (best[enterprise] == EMPTY) {
            found++;
        }
        best[enterprise] = Math.min(best[enterprise], key);
    }

    public int found() {
        return found;
    }

    /** The best enterprises in order. */
    public Ranked[] top(int count) {
        PriorityQueue<Ranked> worstFirst = new PriorityQueue<>((one, other) -> other.compareTo(one));
        for (int enterprise = 0; enterprise < best.length; enterprise++) {
            long key = best[enterprise];
            if (key != EMPTY
                    && (worstFirst.size() < count || key < worstFirst.element().key())) {
                worstFirst.add(new Ranked(enterprise, key));
                if (worstFirst.size() > count) {
                    worstFirst.remove();
                }
            }
        }
        Ranked[] top = worstFirst.toArray(Ranked[]::new);
        Arrays.sort(top);
        return top;
    }

    /** An enterprise with its best match. */
    public record Ranked(int enterprise, long key) implements Comparable<Ranked> {

        public MatchReason reason() {
            return MatchReason.values()[(int) (key >>> ROW_BITS + 18)];
        }

        /** Row of the matched name, code or address. */
        public int row() {
            return (int) key;
        }

        @Override
        public int compareTo(Ranked other) {
            int byKey = Long.compare(key, other.key);
            return byKey != 0 ? byKey : Integer.compare(enterprise, other.enterprise);
        }
    }
}

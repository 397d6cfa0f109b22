package io.hourshare.sandbox.world;

import java.util.List;

/** Choices that depend on nothing but a seed, a topic and some numbers: the same question has the same answer. */
public final class Dice {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    public static Dice of(long seed, String topic, long... about) {
        long mixed = mix(seed + GOLDEN * topic.hashCode());
        for (long part : about) {
            mixed = mix(mixed + GOLDEN + part);
        }
        return new Dice(mixed);
    }

    /** A number of 0 (inclusive) to {@code bound} (exclusive). */
    public int below(int bound) {
        return (int) Long.remainderUnsigned(next(), bound);
    }

    /** A number of {@code low} to {@code high}, both inclusive. */
    public int between(int low, int high) {
        return low + below(high - low + 1);
    }

    public boolean chance(double share) {
        return (next() >>> 11) * 0x1.0p-53 < share;
    }

    public <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    @SafeVarargs
    public final <T> T oneOf(T... choices) {
        return choices[below(choices.length)];
    }

    /** An index, drawn as often as its weight says. */
    public int weighted(int... weights) {
        int total = 0;
        for (int weight : weights) {
            total += weight;
        }
        int lot = below(total);
        int index = 0;
        while (lot >= weights[index]) {
            lot -= weights[index++];
        }
        return index;
    }

    /** So many decimal digits, the first of them not zero. */
    public String digits(int count) {
        StringBuilder digits = new StringBuilder(count).append(between(1, 9));
        while (digits.length() < count) {
            digits.append(below(10));
        }
        return digits.toString();
    }

    public long next() {
        state += GOLDEN;
        return mix(state);
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}

package io.hourshare.sandbox.source;

import io.hourshare.sandbox.world.Dice;

/**
 * One kind of dirt on one column.
 *
 * @param share of the records that carry it
 * @param spoils whether the record can only be quarantined then
 * @param scribble what becomes of the value; the empty text leaves it out
 */
record Smudge(String name, String column, double share, boolean spoils, Scribble scribble) {

    /** Rewrites a value. */
    @FunctionalInterface
    interface Scribble {
        String write(String value, Dice dice);
    }
}

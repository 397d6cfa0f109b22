package io.hourshare.sandbox.source;

import io.hourshare.sandbox.DirtRates;
import io.hourshare.sandbox.source.Smudge.Scribble;
import io.hourshare.sandbox.world.Dice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The dirt of one feed: for each column what may befall it and how often. A column gets one smudge at most. */
final class Dirt {

    private final DirtRates rates;
    private final List<Smudge> smudges = new ArrayList<>();

    Dirt(DirtRates rates) {
        this.rates = rates;
    }

    /** For a short list: spoilt and wrong values so many times as often, so that each kind is there to be seen. */
    static Dirt ofFew(DirtRates rates, int times) {
        return new Dirt(new DirtRates(
                rates.cosmetic(), rates.missing(), rates.wrong() * times, rates.spoilt() * times, rates.duplicate()));
    }

    /** A spelling that can be read. */
    Dirt cosmetic(String column, String name, Scribble scribble) {
        return add(name, column, rates.cosmetic(), false, scribble);
    }

    Dirt missing(String column, String name) {
        return add(name, column, rates.missing(), false, Scribbles.GONE);
    }

    /** A missing value that is usual in this column: so many times the plain rate. */
    Dirt missing(String column, String name, double times) {
        return add(name, column, rates.missing() * times, false, Scribbles.GONE);
    }

    Dirt wrong(String column, String name, Scribble scribble) {
        return add(name, column, rates.wrong(), false, scribble);
    }

    /** A value without which the record is of no use. */
    Dirt spoilt(String column, String name, Scribble scribble) {
        return add(name, column, rates.spoilt(), true, scribble);
    }

    /** Applies what the dice say; returns the values as they were meant. */
    Map<String, String> apply(SourceRecord.Draft draft, Dice dice) {
        Map<String, String> meant = Map.copyOf(draft.values);
        for (Smudge smudge : smudges) {
            boolean hit = dice.chance(smudge.share());
            String value = draft.values.get(smudge.column());
            if (hit && value != null && value.equals(meant.get(smudge.column()))) {
                smear(draft, smudge, smudge.scribble().write(value, dice));
            }
        }
        return meant;
    }

    /** How often hands spell something their own way. */
    double cosmetics() {
        return rates.cosmetic();
    }

    boolean duplicates(Dice dice) {
        return dice.chance(rates.duplicate());
    }

    private static void smear(SourceRecord.Draft draft, Smudge smudge, String written) {
        boolean changed = !written.equals(draft.values.get(smudge.column()));
        if (!changed && smudge.scribble() != Scribbles.KEPT) {
            return;
        }
        draft.smudges.add(smudge.name());
        if (written.isEmpty()) {
            draft.values.remove(smudge.column());
        } else {
            draft.values.put(smudge.column(), written);
        }
        if (smudge.spoils()) {
            draft.spoil();
        }
    }

    private Dirt add(String name, String column, double share, boolean spoils, Scribble scribble) {
        smudges.add(new Smudge(name, column, share, spoils, scribble));
        return this;
    }
}

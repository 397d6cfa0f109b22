package io.hourshare.sandbox.source;

import io.hourshare.sandbox.world.Dice;
import io.hourshare.sandbox.world.Enterprise;
import io.hourshare.sandbox.world.Enterprise.FormerName;
import java.time.Instant;

/** How departments other than the register write an enterprise's name and code. */
final class Names {

    private Names() {}

    /** The name that the enterprise bore at the time, as its papers of then say. */
    static String then(Enterprise it, Instant at) {
        String name = it.name().text();
        for (FormerName former : it.formerNames()) {
            name = at.isBefore(former.until()) ? former.name().text() : name;
        }
        return name;
    }

    /** What hands make of a name: now and then an old one, a short one, one with a stamp's note. */
    static Smudge.Scribble byHand(Enterprise it) {
        return (value, dice) -> switch (dice.below(6)) {
            case 0 ->
                it.formerNames().isEmpty()
                        ? value + " "
                        : it.formerNames().get(0).name().text();
            case 1 -> value + "（盖章）";
            case 2 -> it.name().brief();
            case 3 -> Scribbles.HALF_BRACKETS.write(value, dice) + " ";
            case 4 -> " " + value;
            default ->
                it.formerNames().isEmpty()
                        ? value
                        : value + "（原" + it.formerNames().get(0).name().text() + "）";
        };
    }

    /** The unified code, or what one had before there were any. */
    static String code(Enterprise it, Dice dice) {
        if (!it.codes().uscc().isEmpty()) {
            return it.codes().uscc();
        }
        return dice.chance(0.5) ? it.codes().organisation() : it.codes().registration();
    }
}

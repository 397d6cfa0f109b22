package io.hourshare.resolve.name;

import io.hourshare.resolve.text.Characters;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Keys under which two names can meet at all. The first letter tells the kind: {@code N} full name, {@code C} core,
 * {@code S} core by sound, {@code L} core by shape, {@code P} its beginning, {@code D} core with one character left out,
 * {@code B} brand by sound.
 */
public final class BlockKeys {

    private static final int SHORTEST_VARIED = 3;
    private static final int LONGEST_VARIED = 9;
    private static final int BEGINNING = 4;
    private static final int MOST_READINGS = 4;

    private final Characters characters = Characters.shared();

    /** Keys of a name, divided by {@code |}; {@code county} narrows the brand's. */
    public String of(NameForm name, String county) {
        Set<String> keys = new LinkedHashSet<>();
        String core = name.core();
        if (core.length() < 2) {
            return name.full().isEmpty() ? "" : "N" + name.full();
        }
        keys.add("N" + name.full());
        keys.add("C" + core + name.tail());
        characters.soundings(core, MOST_READINGS).forEach(sound -> keys.add("S" + sound + name.tail()));
        keys.add("L" + characters.shape(core) + name.tail());
        if (core.length() >= BEGINNING) {
            keys.add("P" + core.substring(0, BEGINNING) + name.tail());
        }
        keys.add("B" + characters.sound(name.brand()) + "@" + county);
        keys.add("b" + characters.sound(name.brand()));
        if (core.length() >= SHORTEST_VARIED) {
            addVariants(core, keys);
        }
        return String.join("|", keys);
    }

    /** Two cores that differ by one character, put, dropped or swapped, share a variant. */
    private static void addVariants(String core, Set<String> keys) {
        keys.add("D" + core);
        for (int i = 0; core.length() > SHORTEST_VARIED && i < Math.min(core.length(), LONGEST_VARIED); i++) {
            keys.add("D" + core.substring(0, i) + core.substring(i + 1));
        }
    }
}

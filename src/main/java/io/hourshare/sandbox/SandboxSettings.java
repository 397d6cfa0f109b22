package io.hourshare.sandbox;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the town shall be.
 *
 * @param seed the same seed gives the same town
 * @param enterprises enterprises of the county's register
 * @param park how many of them sit in the park
 * @param folder where the town keeps its files; emptied at start
 * @param troubles by department, what is the matter with it; departments not named are well
 */
public record SandboxSettings(
        long seed, int enterprises, int park, Path folder, DirtRates dirt, Map<String, Trouble> troubles) {

    public SandboxSettings {
        if (park < 16 || enterprises < park) {
            throw new IllegalArgumentException("演示城镇至少要有 16 家园区企业，且全县企业数不得少于园区企业数：enterprises=" + enterprises + "，park="
                    + park + "。请调整 hourshare.sandbox.enterprises 与 hourshare.sandbox.park。");
        }
        folder = folder.toAbsolutePath().normalize();
        troubles = Map.copyOf(troubles);
    }

    /** A county of 2,200 enterprises with a park of 300. */
    public static SandboxSettings usual(Path folder) {
        return new SandboxSettings(20_261_122L, 2200, 300, folder, DirtRates.usual(), Map.of());
    }

    /**
     * Reads {@code hourshare.sandbox.seed}, {@code .enterprises}, {@code .park}, {@code .off} and {@code .broken}
     * (departments, by comma) and {@code .slow-millis.<department>}; the rest is as usual.
     */
    public static SandboxSettings from(Function<String, @Nullable String> property, Path folder) {
        SandboxSettings usual = usual(folder);
        int enterprises = (int) number(property, "enterprises", usual.enterprises);
        return new SandboxSettings(
                number(property, "seed", usual.seed),
                enterprises,
                (int) number(property, "park", Math.min(usual.park, enterprises)),
                folder,
                usual.dirt,
                troubles(property));
    }

    public SandboxSettings withSize(int enterprises, int park) {
        return new SandboxSettings(seed, enterprises, park, folder, dirt, troubles);
    }

    public SandboxSettings withSeed(long other) {
        return new SandboxSettings(other, enterprises, park, folder, dirt, troubles);
    }

    public SandboxSettings withDirt(DirtRates other) {
        return new SandboxSettings(seed, enterprises, park, folder, other, troubles);
    }

    public SandboxSettings with(String department, Trouble trouble) {
        Map<String, Trouble> more = new LinkedHashMap<>(troubles);
        more.put(department, trouble);
        return new SandboxSettings(seed, enterprises, park, folder, dirt, more);
    }

    private static Map<String, Trouble> troubles(Function<String, @Nullable String> property) {
        Map<String, Trouble> troubles = new LinkedHashMap<>();
        for (String department : SandboxTown.DEPARTMENTS) {
            Duration slow = Duration.ofMillis(number(property, "slow-millis." + department, 0));
            Trouble trouble =
                    new Trouble(names(property, "off", department), slow, names(property, "broken", department));
            if (!trouble.equals(Trouble.NONE)) {
                troubles.put(department, trouble);
            }
        }
        return troubles;
    }

    private static boolean names(Function<String, @Nullable String> property, String word, String department) {
        String list = property.apply("hourshare.sandbox." + word);
        return list != null && Arrays.asList(list.split("[,\\s]+", -1)).contains(department);
    }

    private static long number(Function<String, @Nullable String> property, String word, long otherwise) {
        String text = property.apply("hourshare.sandbox." + word);
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("hourshare.sandbox." + word + " 应为整数，现为“" + text + "”。", e);
        }
    }
}

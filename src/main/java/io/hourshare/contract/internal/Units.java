package io.hourshare.contract.internal;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Units that convert into each other, under every spelling that contracts use. */
final class Units {

    private static final List<List<Set<String>>> FAMILIES = List.of(
            List.of(Set.of("元"), Set.of("百元"), Set.of("千元"), Set.of("万元", "万"), Set.of("百万元"), Set.of("亿元", "亿")),
            List.of(
                    Set.of("平方米", "㎡", "m2", "m²"),
                    Set.of("万平方米"),
                    Set.of("亩"),
                    Set.of("公顷", "ha"),
                    Set.of("平方公里", "平方千米", "km2")));

    private Units() {}

    /** Whether figures in both units are the same figures. */
    static boolean same(@Nullable String left, @Nullable String right) {
        return left == null
                || right == null
                || left.equals(right)
                || FAMILIES.stream().flatMap(List::stream).anyMatch(one -> one.contains(left) && one.contains(right));
    }

    static boolean money(String unit) {
        return in(0, unit);
    }

    static boolean area(String unit) {
        return in(1, unit);
    }

    private static boolean in(int family, String unit) {
        return FAMILIES.get(family).stream().anyMatch(one -> one.contains(unit));
    }
}

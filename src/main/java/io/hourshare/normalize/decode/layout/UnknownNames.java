package io.hourshare.normalize.decode.layout;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Names in the data that no field of the contract has; used by many threads. */
final class UnknownNames {

    /** More than this is no list of columns; which ones came first must not depend on the threads. */
    private static final int MOST = 10_000;

    private static final int LONGEST = 100;

    private final Set<String> names = ConcurrentHashMap.newKeySet();

    void add(String name) {
        if (names.size() <= MOST && !name.isBlank() && name.length() <= LONGEST) {
            names.add(name.strip());
        }
    }

    /** Sorted; empty where there are absurdly many. */
    List<String> sorted() {
        return names.size() > MOST ? List.of() : List.copyOf(new TreeSet<>(names));
    }
}

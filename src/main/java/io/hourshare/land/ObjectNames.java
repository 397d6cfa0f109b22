package io.hourshare.land;

import java.util.Collection;

/**
 * Names of landed objects: ASCII, no folders, no dots in front, at most 80 characters, unique within a delivery.
 *
 * <p>The source's own spelling is kept in the journal as the origin; a file system whose locale is POSIX cannot
 * name a file in Chinese.
 */
final class ObjectNames {

    private static final int LONGEST = 80;

    private ObjectNames() {}

    static String free(String wanted, Collection<String> taken) {
        String name = safe(wanted);
        String candidate = name;
        for (int i = 2; taken.contains(candidate); i++) {
            int dot = name.lastIndexOf('.');
            candidate = dot < 0 ? name + "-" + i : name.substring(0, dot) + "-" + i + name.substring(dot);
        }
        return candidate;
    }

    static String safe(String wanted) {
        String last = wanted.substring(Math.max(wanted.lastIndexOf('/'), wanted.lastIndexOf('\\')) + 1);
        String safe = last.replaceAll("[^A-Za-z0-9._-]+", "_").replaceAll("^[._]+", "");
        if (safe.length() > LONGEST) {
            safe = safe.substring(safe.length() - LONGEST).replaceAll("^[._]+", "");
        }
        if (safe.endsWith(SealedName.ENDING)) {
            safe = safe.substring(0, safe.length() - 1) + "_"; // that ending is ours
        }
        return safe.isEmpty() ? "object" : safe;
    }
}

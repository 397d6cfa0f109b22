package io.hourshare.verify;

import io.hourshare.store.CommitSteps;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Ends the process, or lets the disk fail, at a named step: {@code renamed@snapshots}, {@code written@BatchAdopted}, {@code made@db/1}. In
 * a process of its own the system property {@code hourshare.crash} names the step: its first time, with
 * {@code renamed@snapshots#3} its third, or with {@code any#17} the seventeenth whatever it is; within a test
 * {@link #failing} does.
 */
public final class FailPoints implements CommitSteps {

    private static final String[] AREAS = {
        "landing", "normalized", "quarantine", "current", "identity", "profile", "history", "snapshots"
    };
    private static final String CRASH = System.getProperty("hourshare.crash", "");
    private static volatile Disk disk = name -> {};
    private static volatile @Nullable PowerCut watch;

    private static final Set<String> SEEN = Collections.synchronizedSet(new LinkedHashSet<>());

    private final Map<String, Integer> passed = new HashMap<>();

    /** What the disk does at a step. */
    @FunctionalInterface
    interface Disk {
        void at(String name) throws IOException;
    }

    /** Lets the disk fail as told until the work is done. */
    static void failing(Disk next, Runnable work) {
        disk = next;
        try {
            work.run();
        } finally {
            disk = name -> {};
        }
    }

    /** Lets somebody watch what was forced to the disk by when. */
    static void watched(PowerCut by, Runnable work) {
        watch = by;
        try {
            work.run();
        } finally {
            watch = null;
        }
    }

    @Override
    public void flushed(Path file) {
        PowerCut by = watch;
        if (by != null) {
            by.flushed(file);
        }
    }

    /** The names of all steps that were reached, in the order of their first time. */
    static Set<String> seenDuring(Runnable work) {
        SEEN.clear();
        work.run();
        return new LinkedHashSet<>(SEEN);
    }

    /** The others are past the last thing that a disk can refuse. */
    static boolean canBeRefused(String name) {
        return !name.startsWith("forced@") && !name.startsWith("kept@");
    }

    @Override
    public synchronized void reached(String step, Path target) throws IOException {
        String name = step + "@" + area(target);
        SEEN.add(name);
        PowerCut by = watch;
        if (by != null) {
            by.reached(name);
        }
        if (passes(name) || passes("any")) {
            Runtime.getRuntime().halt(137);
        }
        if (canBeRefused(name)) {
            disk.at(name);
        }
    }

    /** True where the process is to end now: at the name's first time, or at the one that is counted. */
    private boolean passes(String name) {
        int times = passed.merge(name, 1, Integer::sum);
        return CRASH.equals(name + "#" + times) || times == 1 && CRASH.equals(name);
    }

    private static String area(Path target) {
        String path = target.toString().replace('\\', '/');
        if (!target.isAbsolute()) {
            return path.startsWith("journal/") ? path.substring("journal/".length()) : path;
        }
        for (String area : AREAS) {
            if (path.contains("/" + area + "/")) {
                return area;
            }
        }
        return "other";
    }
}

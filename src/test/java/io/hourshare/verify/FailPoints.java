package io.hourshare.verify;

import io.hourshare.store.CommitSteps;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Ends the process, or lets the disk fail, at a named step: {@code renamed@snapshots}, {@code written@BatchAdopted}. In
 * a process of its own the system property {@code hourshare.crash} names the step, or with {@code any#17} the
 * seventeenth whatever it is; within a test {@link #failing} does.
 */
public final class FailPoints implements CommitSteps {

    private static final String[] AREAS = {
        "landing", "normalized", "quarantine", "current", "identity", "profile", "snapshots"
    };
    private static final String CRASH = System.getProperty("hourshare.crash", "");
    private static volatile Disk disk = name -> {};

    private static final Set<String> SEEN = java.util.Collections.synchronizedSet(new LinkedHashSet<>());

    private int passed;

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

    /** The names of all steps that were reached, in the order of their first time. */
    static Set<String> seenDuring(Runnable work) {
        SEEN.clear();
        work.run();
        return new LinkedHashSet<>(SEEN);
    }

    @Override
    public synchronized void reached(String step, Path target) throws IOException {
        String name = step + "@" + area(target);
        SEEN.add(name);
        passed++;
        if (name.equals(CRASH) || CRASH.equals("any#" + passed)) {
            Runtime.getRuntime().halt(137);
        }
        if (!step.equals("forced") && !step.equals("kept")) { // these are past the last thing that a disk can refuse
            disk.at(name);
        }
    }

    private static String area(Path target) {
        String path = target.toString().replace('\\', '/');
        if (path.startsWith("journal/")) {
            return path.substring("journal/".length());
        }
        for (String area : AREAS) {
            if (path.contains("/" + area + "/")) {
                return area;
            }
        }
        return "other";
    }
}

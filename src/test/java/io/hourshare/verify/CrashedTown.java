package io.hourshare.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A thin town in a process of its own, which ends as it is told: at a step, after a while, or when its hours are done. */
final class CrashedTown {

    static final int CRASHED = 137;
    private static final int ENTERPRISES = 8;

    private final Path home;
    private final Path output;
    private int crashes;

    CrashedTown(Path home) {
        this.home = home;
        this.output = home.resolveSibling(home.getFileName() + ".log");
    }

    Path home() {
        return home;
    }

    /** Runs so many hours until the step is reached; true where it was, false where the hours were done before. */
    boolean crash(String step, int hours) throws IOException, InterruptedException {
        Process process = start(hours, "-Dhourshare.crash=" + step);
        return ended(process) == CRASHED;
    }

    /** Kills the process after a while, unless its hours are done before. */
    boolean killAfter(long millis, int hours) throws IOException, InterruptedException {
        Process process = start(hours);
        if (process.waitFor(millis, TimeUnit.MILLISECONDS)) {
            return ended(process) == CRASHED;
        }
        process.destroyForcibly();
        return ended(process) == CRASHED;
    }

    /** Stops the process for a while, as a debugger or a suspended machine does, and lets it go on to its end. */
    void pause(int hours, Runnable meanwhile) throws IOException, InterruptedException {
        Process process = start(hours);
        while (!Files.isDirectory(home.resolve("landing"))) {
            if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
                throw new AssertionError("It ended before it was paused:\n" + Files.readString(output));
            }
        }
        signal("-STOP", process);
        try {
            meanwhile.run();
        } finally {
            signal("-CONT", process);
        }
        if (ended(process) != 0) {
            throw new AssertionError("It said:\n" + Files.readString(output));
        }
    }

    private static void signal(String which, Process process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", which, Long.toString(process.pid())).start().waitFor();
    }

    /** How often it was ended in the middle of something. */
    int crashes() {
        return crashes;
    }

    /** Lets it do all its hours. */
    void finish(int hours) throws IOException, InterruptedException {
        int exit = ended(start(hours));
        if (exit != 0) {
            throw new AssertionError("Exit " + exit + "; it said:\n" + Files.readString(output));
        }
    }

    private Process start(int hours, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dhourshare.publish.keep=1")); // the end of a snapshot is cut at too
        command.addAll(List.of(options));
        command.addAll(List.of(
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                ThinTown.class.getName(),
                home.toString(),
                Integer.toString(hours),
                Integer.toString(ENTERPRISES)));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    private int ended(Process process) throws IOException, InterruptedException {
        if (!process.waitFor(20, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("It hangs; it said:\n" + Files.readString(output));
        }
        int exit = process.exitValue();
        if (exit != 0 && exit != CRASHED) {
            throw new AssertionError("Exit " + exit + "; it said:\n" + Files.readString(output));
        }
        crashes += exit == CRASHED ? 1 : 0;
        return exit;
    }
}

package io.hourshare.operate;

import io.hourshare.kernel.SteppedClock;
import io.hourshare.sandbox.SandboxSettings;
import io.hourshare.sandbox.SandboxTown;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The simulated departments, and whoever looks enterprises up, in a process apart from the one that is measured. */
final class TownProcess implements AutoCloseable {

    private static final String READY = "READY";
    private static final String FAILED = "FAILED";

    private final Process process;
    private final BufferedReader answers;
    private final PrintStream orders;
    private final Map<String, String> sources = new LinkedHashMap<>();

    private TownProcess(Process process) throws IOException {
        this.process = process;
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        for (String line = answer(); !line.equals(READY); line = answer()) {
            int equals = line.indexOf('=');
            sources.put(line.substring(0, equals), line.substring(equals + 1));
        }
    }

    static TownProcess start(Path folder, int enterprises, int park, String now) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx2g",
                "-Duser.timezone=UTC",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                TownProcess.class.getName(),
                folder.toString(),
                Integer.toString(enterprises),
                Integer.toString(park),
                now);
        return new TownProcess(new ProcessBuilder(command)
                .redirectError(folder.resolveSibling("town.log").toFile())
                .start());
    }

    /** Where the departments are to be found. */
    Map<String, String> sources() {
        return sources;
    }

    /** Lets time pass without anything happening. */
    void rest(Duration step) throws IOException {
        order("rest " + step);
    }

    void advance(Duration step) throws IOException {
        order("advance " + step);
    }

    /** Looks up so often that both sides are warm. */
    void warmUp(String base, int questions, Path ids) throws IOException {
        order("warm " + base + " " + questions + " " + ids);
    }

    /** Looks up at a steady rate, whatever the answers take; answers percentiles of the time since each was due. */
    String lookUp(String base, int perSecond, int seconds, Path ids) throws IOException {
        return order("lookups " + base + " " + perSecond + " " + seconds + " " + ids);
    }

    private String order(String words) throws IOException {
        orders.println(words);
        return answer();
    }

    private String answer() throws IOException {
        String line = answers.readLine();
        while (line != null && !line.startsWith("> ")) {
            line = answers.readLine(); // what libraries print
        }
        if (line == null || line.startsWith("> " + FAILED)) {
            throw new IOException("The town said: " + line);
        }
        return line.substring(2);
    }

    @Override
    public void close() {
        orders.close();
        process.destroyForcibly();
    }

    public static void main(String[] arguments) throws Exception {
        SteppedClock clock = new SteppedClock(arguments[3]);
        SteppedClock gate = new SteppedClock(arguments[3]);
        SandboxSettings settings = SandboxSettings.usual(Path.of(arguments[0]))
                .withSize(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (SandboxTown town = SandboxTown.start(settings, clock, gate);
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            town.sources().forEach((name, value) -> out.println("> " + name + "=" + value));
            out.println("> " + READY);
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                out.println("> " + obey(line.split(" "), town, clock, gate));
            }
        }
    }

    private static String obey(String[] words, SandboxTown town, SteppedClock clock, SteppedClock gate) {
        try {
            if (words[0].equals("rest")) {
                gate.advance(Duration.parse(words[1]));
                return "rested";
            }
            if (words[0].equals("advance")) {
                gate.advance(Duration.parse(words[1]));
                clock.advance(Duration.parse(words[1]));
                town.advance();
                return "advanced";
            }
            if (words[0].equals("warm")) {
                new SteadyLookups(words[1], Path.of(words[3])).warm(Integer.parseInt(words[2]));
                return "warm";
            }
            return new SteadyLookups(words[1], Path.of(words[4]))
                    .run(Integer.parseInt(words[2]), Integer.parseInt(words[3]));
        } catch (Exception e) {
            return FAILED + " " + e;
        }
    }
}

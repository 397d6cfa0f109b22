package io.hourshare.verify;

import io.hourshare.engine.Engine;
import io.hourshare.engine.EngineException;
import io.hourshare.store.JournalReading;
import io.hourshare.verify.law.Findings;
import io.hourshare.verify.law.LawCount;
import io.hourshare.verify.law.Laws;
import io.hourshare.verify.law.Subject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts the laws of a data root from its files. It takes no lock and writes nothing there, so it may run beside the
 * service that holds the root.
 */
public final class Verification {

    private final Path home;
    private final Engine engine;
    private final Clock clock;
    private final List<LawCount> laws;

    public Verification(Path home, Sources sources, Engine engine, Clock clock) {
        this(home, engine, clock, Laws.all(sources));
    }

    Verification(Path home, Engine engine, Clock clock, List<LawCount> laws) {
        this.home = home.toAbsolutePath().normalize();
        this.engine = engine;
        this.clock = clock;
        this.laws = laws;
    }

    /**
     * Counts the laws that the level asks for.
     *
     * @throws UncheckedIOException where there is no journal to go by
     */
    public Report run(Level level) {
        Instant started = clock.instant();
        Subject subject = subject(level, started);
        List<LawResult> results = new ArrayList<>();
        for (LawCount law : laws) {
            if (law.from().compareTo(level) <= 0) {
                results.add(count(law, subject));
            }
        }
        results.sort(java.util.Comparator.comparing(LawResult::law));
        long elapsed = Duration.between(started, clock.instant()).toMillis();
        return new Report(
                level, home.toString(), started, subject.journal().lines().size(), elapsed, results);
    }

    private Subject subject(Level level, Instant at) {
        if (!Files.isDirectory(home.resolve("journal"))) {
            throw new UncheckedIOException(new IOException("数据目录 " + home + " 里没有日志（journal）；请用 --home 指明数据目录"));
        }
        try {
            return new Subject(home, JournalReading.read(home), engine, level, at);
        } catch (IOException e) {
            throw new UncheckedIOException("日志读不出来，请检查权限：" + home.resolve("journal"), e);
        }
    }

    private static LawResult count(LawCount law, Subject subject) {
        Findings findings = new Findings(law.law());
        try {
            law.count(subject, findings);
        } catch (IOException | UncheckedIOException | EngineException e) {
            findings.unchecked("未能核验：" + e.getMessage());
        }
        return findings.result();
    }
}

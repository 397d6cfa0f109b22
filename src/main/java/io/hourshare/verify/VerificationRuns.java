package io.hourshare.verify;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Verifies beside the service, one at a time, and remembers the newest report. Safe for use by many threads. */
public final class VerificationRuns implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(VerificationRuns.class);

    private final Verification verification;
    private final AtomicReference<@Nullable Level> running = new AtomicReference<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread verify = new Thread(task, "hourshare-verify");
        verify.setPriority(Thread.MIN_PRIORITY);
        verify.setDaemon(true);
        return verify;
    });
    private volatile @Nullable Report last;

    VerificationRuns(Verification verification) {
        this.verification = verification;
    }

    /** The newest finished report. */
    public Optional<Report> last() {
        return Optional.ofNullable(last);
    }

    /** What is being counted now. */
    public Optional<Level> running() {
        return Optional.ofNullable(running.get());
    }

    /** Begins unless one is at work already; answers the level that is worked on. */
    public Level start(Level level) {
        if (running.compareAndSet(null, level)) {
            thread.execute(() -> run(level));
            return level;
        }
        return running().orElse(level);
    }

    private void run(Level level) {
        try {
            Report report = verification.run(level);
            last = report;
            report.findings().stream()
                    .filter(finding -> finding.severity() == Finding.Severity.BROKEN)
                    .limit(20)
                    .forEach(finding -> LOG.error("核验：{}；{}", finding.text(), finding.remedy()));
        } catch (RuntimeException e) {
            LOG.error("核验未能完成：{}", e.getMessage(), e);
        } finally {
            running.set(null);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}

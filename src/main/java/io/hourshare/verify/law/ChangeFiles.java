package io.hourshare.verify.law;

import io.hourshare.engine.EngineException;
import io.hourshare.engine.Session;
import io.hourshare.store.JournalAct.SnapshotRolledBack;
import io.hourshare.store.JournalEntry;
import io.hourshare.store.JournalFact.SnapshotPublished;
import io.hourshare.store.JournalFact.StageDone;
import io.hourshare.store.JournalReading.Placed;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The files of changes that count now, as the journal tells: one a publication, until it says that others take their
 * place or that their time is over. Each holds as many changes as were written down.
 */
final class ChangeFiles {

    private static final String FOLDER = "lake/history/";

    private final Map<String, Long> rows = new TreeMap<>();
    private @Nullable StageDone pending;

    static void count(Subject subject, Findings findings) throws IOException {
        ChangeFiles files = new ChangeFiles();
        subject.journal().lines().stream()
                .map(Placed::line)
                .forEach(line -> files.apply(Objects.requireNonNull(line).entry()));
        try (Session session = subject.engine().open()) {
            for (Map.Entry<String, Long> file : files.rows.entrySet()) {
                check(subject, session, file.getKey(), file.getValue(), findings);
            }
        }
    }

    private void apply(JournalEntry entry) {
        if (entry instanceof StageDone done && done.stage().startsWith("history")) {
            apply(done);
        } else if (entry instanceof SnapshotPublished published) {
            adopt(published.sequence());
        } else if (entry instanceof SnapshotRolledBack back) {
            adopt(back.sequence());
        }
    }

    private void apply(StageDone done) {
        if (done.stage().equals("history")) {
            pending = done;
            return;
        }
        done.counts().keySet().forEach(rows::remove);
        long folded = done.counts().entrySet().stream()
                .filter(count -> count.getKey().startsWith(FOLDER))
                .mapToLong(Map.Entry::getValue)
                .sum();
        done.files().forEach(file -> rows.put(file, folded));
    }

    private void adopt(long sequence) {
        StageDone done = pending;
        pending = null;
        if (done != null && done.counts().getOrDefault("to", -1L) == sequence) {
            done.files().forEach(file -> rows.put(file, done.counts().getOrDefault("changes", 0L)));
        }
    }

    private static void check(Subject subject, Session session, String file, long expected, Findings findings)
            throws IOException {
        findings.checked(1);
        if (!Files.isRegularFile(subject.resolve(file))) {
            if (subject.isReplacedMeanwhile(file)) {
                return;
            }
            findings.broken("变动", expected + " 项变动", "文件不存在", file, null);
            return;
        }
        try {
            session.view("change", List.of(subject.resolve(file)));
            findings.equal("变动", expected + " 项变动", session.number("select count(*) from change") + " 项变动", file);
        } catch (EngineException e) {
            findings.broken("变动", expected + " 项变动", "文件不能读取", file, null);
        }
    }
}

package io.hourshare.verify.law;

import io.hourshare.engine.EngineException;
import io.hourshare.engine.Session;
import io.hourshare.store.DurableFiles;
import io.hourshare.store.JournalAct.SnapshotRolledBack;
import io.hourshare.store.JournalFact.SnapshotPublished;
import io.hourshare.store.JournalFact.SnapshotRetired;
import io.hourshare.verify.Law;
import io.hourshare.verify.Level;
import io.hourshare.verify.law.Subject.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Law 6: versions only rise, each is published once, its files are those that were verified and have the rows that it
 * says, and what it changed is there.
 */
final class VersionLaw implements LawCount {

    @Override
    public Law law() {
        return Law.VERSIONS;
    }

    @Override
    public Level from() {
        return Level.QUICK;
    }

    @Override
    public void count(Subject subject, Findings findings) throws IOException {
        rise(subject, findings);
        rollbacks(subject, findings);
        Set<Long> retired = subject.all(SnapshotRetired.class).stream()
                .map(SnapshotRetired::sequence)
                .collect(Collectors.toSet());
        List<Entry<SnapshotPublished>> kept = subject.entries(SnapshotPublished.class)
                .filter(line -> !retired.contains(line.entry().sequence()))
                .toList();
        for (Entry<SnapshotPublished> line : subject.isQuick() ? last(kept) : kept) {
            files(subject, line, findings);
            inside(subject, line.entry(), findings);
            PublicationRows.count(subject, line, findings);
        }
        if (!subject.isQuick()) {
            ChangeFiles.count(subject, findings);
        }
    }

    private static void rise(Subject subject, Findings findings) {
        long before = 0;
        for (Entry<SnapshotPublished> line :
                subject.entries(SnapshotPublished.class).toList()) {
            long sequence = line.entry().sequence();
            findings.checked(1);
            if (sequence <= before) {
                findings.broken("快照", "大于 " + before, sequence, line.file(), line.row());
            }
            before = Math.max(before, sequence);
        }
    }

    private static void rollbacks(Subject subject, Findings findings) {
        Set<Long> published = new HashSet<>(
                subject.publications().stream().map(SnapshotPublished::sequence).toList());
        subject.entries(SnapshotRolledBack.class).forEach(line -> {
            findings.checked(1);
            if (!published.contains(line.entry().sequence())) {
                findings.broken("回退", "已发布的快照", line.entry().sequence(), line.file(), line.row());
            }
        });
    }

    private static void files(Subject subject, Entry<SnapshotPublished> line, Findings findings) throws IOException {
        for (Map.Entry<String, String> file : line.entry().files().entrySet()) {
            String path = line.entry().directory() + "/" + file.getKey();
            findings.checked(1);
            if (!Files.isRegularFile(subject.resolve(path))) {
                if (subject.isRetiredMeanwhile(line.entry().sequence())) {
                    return;
                }
                findings.broken("快照 " + line.entry().sequence(), "摘要 " + file.getValue(), "文件不存在", path, null);
            } else if (!DurableFiles.digest(subject.resolve(path)).hex().equals(file.getValue())) {
                findings.broken("快照 " + line.entry().sequence(), "摘要 " + file.getValue(), "内容被改动", path, null);
            }
        }
    }

    /** The file names itself as the journal does. */
    private static void inside(Subject subject, SnapshotPublished published, Findings findings) {
        String path = published.directory() + "/serve.duckdb";
        Path file = subject.resolve(path);
        if (!Files.isRegularFile(file)) {
            return;
        }
        String scope = "快照 " + published.sequence();
        try (Session session = subject.engine().openReadOnly(file)) {
            Map<String, String> meta = session
                    .query(
                            "select key, value from meta where key in ('sequence', 'hour', 'inputs')",
                            row -> Map.entry(row.getString(1), row.getString(2)))
                    .stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            findings.equal(
                    scope,
                    Map.of(
                            "sequence", Long.toString(published.sequence()),
                            "hour", published.hour().label(),
                            "inputs", published.inputs().hex()),
                    meta,
                    path);
        } catch (EngineException e) {
            findings.broken(
                    scope,
                    "可打开的快照",
                    "打不开：" + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    path,
                    null);
        }
    }

    private static <T> List<T> last(List<T> list) {
        return list.subList(Math.max(0, list.size() - 1), list.size());
    }
}

package io.hourshare.verify.evidence;

import io.hourshare.engine.EngineException;
import io.hourshare.engine.Session;
import io.hourshare.store.JournalFact.SnapshotPublished;
import io.hourshare.store.JournalReading.Placed;
import io.hourshare.verify.law.PublicationRows;
import io.hourshare.verify.law.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the published files say of themselves, for those that are still there. */
final class EvidenceSnapshots {

    private final Subject subject;

    EvidenceSnapshots(Subject subject) {
        this.subject = subject;
    }

    void write(EvidenceZip zip, List<Placed> piece) throws IOException {
        List<Map<String, Object>> snapshots = new ArrayList<>();
        for (Placed placed : piece) {
            if (placed.line().entry() instanceof SnapshotPublished published) {
                Path file = subject.resolve(published.directory() + "/serve.duckdb");
                if (Files.isRegularFile(file)) {
                    snapshots.add(said(published, file));
                }
            }
        }
        zip.objects("snapshots.jsonl", snapshots.stream());
    }

    private Map<String, Object> said(SnapshotPublished published, Path file) {
        Map<String, Object> said = new TreeMap<>(Map.of("directory", published.directory()));
        try (Session session = subject.engine().openReadOnly(file)) {
            Map<String, String> meta = new TreeMap<>();
            session.query(
                    "select key, value from meta where key in ('sequence', 'hour', 'inputs', 'catalogue')",
                    row -> meta.put(row.getString(1), row.getString(2)));
            said.put("meta", meta);
            said.put("enterprises", session.number("select count(*) from summary"));
            said.put("profiles", PublicationRows.profiles(subject, published));
        } catch (EngineException e) {
            said.put("damaged", true);
        }
        return said;
    }
}

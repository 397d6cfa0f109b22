package io.hourshare.verify.law;

import io.hourshare.engine.EngineException;
import io.hourshare.engine.Session;
import io.hourshare.engine.Sql;
import io.hourshare.merge.MergedProfiles;
import io.hourshare.store.JournalFact.SnapshotPublished;
import io.hourshare.store.JournalFact.StageDone;
import io.hourshare.verify.law.Subject.Entry;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The part of law 6 that counts: a publication has the rows that its line says, in the profiles it was made of and in its
 * files. What ended since may be missing from the files, but nothing may be there besides.
 */
public final class PublicationRows {

    private static final String ENTERPRISE = "enterprise";

    private PublicationRows() {}

    static void count(Subject subject, Entry<SnapshotPublished> line, Findings findings) {
        SnapshotPublished published = line.entry();
        String scope = "快照 " + published.sequence();
        profiles(subject, published).forEach((file, rows) -> {
            long said = published.counts().getOrDefault(table(file), 0L);
            findings.equal(scope + " " + table(file), said, rows, file);
        });
        String analysts = published.directory() + "/analyst.duckdb";
        tables(subject, analysts, published).forEach((table, rows) -> {
            long said = published.counts().getOrDefault(table, 0L);
            findings.checked(1);
            if (table.equals(ENTERPRISE) ? rows != said : rows > said) {
                findings.broken(scope + " " + table, said + " 行", rows + " 行", analysts, null);
            }
        });
    }

    /**
     * Rows of each table of the profiles that are still kept, by the file that was written last: what no publication
     * needs any more has been retired.
     */
    public static Map<String, Long> profiles(Subject subject, SnapshotPublished published) {
        Map<String, Long> rows = new TreeMap<>();
        Optional<StageDone> merged =
                subject.ledger().stage(StageDone.MERGE, published.inputs().hex());
        if (merged.isEmpty()) {
            return rows;
        }
        try (Session session = subject.engine().open()) {
            MergedProfiles.of(merged.get()).tables().forEach((table, kept) -> {
                boolean whole = kept.files().stream().allMatch(file -> Files.isRegularFile(subject.resolve(file)));
                if (whole && published.counts().containsKey(table)) {
                    rows.put(kept.newest(), rows(session, kept.rows(subject::resolve)));
                }
            });
        }
        return rows;
    }

    /** Rows of the analysts' tables that the publication counts; none where the file cannot be read, which breaks the law before. */
    private static Map<String, Long> tables(Subject subject, String file, SnapshotPublished published) {
        Map<String, Long> rows = new TreeMap<>();
        if (!Files.isRegularFile(subject.resolve(file))) {
            return rows;
        }
        try (Session session = subject.engine().openReadOnly(subject.resolve(file))) {
            for (String table : published.counts().keySet()) {
                String name = table.replace('-', '_');
                if (session.number("select count(*) from information_schema.tables where table_name = "
                                + Sql.literal(name))
                        == 1) {
                    rows.put(table, rows(session, Sql.identifier(name)));
                }
            }
        } catch (EngineException unreadable) {
            rows.clear();
        }
        return rows;
    }

    private static long rows(Session session, String relation) {
        return session.number("select count(*) from " + relation);
    }

    private static String table(String file) {
        return file.substring(file.lastIndexOf('/') + 1, file.lastIndexOf('.'));
    }
}

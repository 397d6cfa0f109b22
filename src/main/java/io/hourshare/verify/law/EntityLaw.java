package io.hourshare.verify.law;

import io.hourshare.engine.EngineException;
import io.hourshare.engine.Session;
import io.hourshare.store.JournalFact.SnapshotPublished;
import io.hourshare.store.JournalFact.SnapshotRetired;
import io.hourshare.verify.Law;
import io.hourshare.verify.Level;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Law 4: an enterprise stands once, whatever names it leads to one that lives, and as many are published as merged. */
final class EntityLaw implements LawCount {

    private static final Map<String, String> REFERENCES = Map.of(
            "er_assignment", "enterprise_id",
            "er_name", "enterprise_id",
            "er_number", "enterprise_id",
            "er_entity", "branch_of");

    private static final String DANGLING = "select distinct %2$s from %1$s where %2$s is not null and %2$s not in"
            + " (select enterprise_id from er_entity) order by 1 limit 100";

    @Override
    public Law law() {
        return Law.ENTITIES;
    }

    @Override
    public Level from() {
        return Level.FULL;
    }

    @Override
    public void count(Subject subject, Findings findings) {
        Identity.newest(subject)
                .filter(identity -> identity.isComplete(subject, findings))
                .ifPresent(identity -> references(subject, identity, findings));
        Set<Long> retired = subject.all(SnapshotRetired.class).stream()
                .map(SnapshotRetired::sequence)
                .collect(Collectors.toSet());
        subject.publications().stream()
                .filter(published -> !retired.contains(published.sequence()))
                .reduce((older, newer) -> newer)
                .ifPresent(published -> published(subject, published, findings));
    }

    private static void references(Subject subject, Identity identity, Findings findings) {
        try (Session session = subject.engine().open()) {
            identity.views(subject, session);
            findings.equal(
                    "企业",
                    session.number("select count(*) from er_entity"),
                    session.number("select count(distinct enterprise_id) from er_entity"),
                    identity.file("er_entity"));
            REFERENCES.forEach((table, column) -> {
                findings.checked(session.number("select count(" + column + ") from " + table));
                session.query(DANGLING.formatted(table, column), row -> row.getString(1))
                        .forEach(id -> findings.broken(
                                table + "." + column + " " + id, "存在的企业", "没有这个企业", identity.file(table), null));
            });
        }
    }

    /** What was merged is what is served. */
    private static void published(Subject subject, SnapshotPublished published, Findings findings) {
        String path = published.directory() + "/serve.duckdb";
        Long merged = published.counts().get("enterprise");
        if (merged == null || !Files.isRegularFile(subject.resolve(path))) {
            return;
        }
        try (Session session = subject.engine().openReadOnly(subject.resolve(path))) {
            List<String> tables = List.of("summary", "document");
            for (String table : tables) {
                findings.equal(
                        "快照 " + published.sequence() + " " + table,
                        merged,
                        session.number("select count(*) from " + table),
                        path);
            }
        } catch (EngineException damaged) {
            findings.unchecked(path + " 打不开，见律 6");
        }
    }
}

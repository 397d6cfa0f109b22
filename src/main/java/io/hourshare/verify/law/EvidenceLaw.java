package io.hourshare.verify.law;

import io.hourshare.engine.Session;
import io.hourshare.engine.Sql;
import io.hourshare.merge.MergedProfiles;
import io.hourshare.merge.ProfileTable;
import io.hourshare.store.JournalAct.CaseOpened;
import io.hourshare.store.JournalFact.ObjectLanded;
import io.hourshare.store.JournalFact.SnapshotPublished;
import io.hourshare.store.JournalFact.StageDone;
import io.hourshare.verify.Law;
import io.hourshare.verify.Level;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Law 5: every value of a profile has one source that is believed, and the source lies where it is said to lie. */
final class EvidenceLaw implements LawCount {

    private static final String MANY = "select enterprise_id, attribute, count(*) from claim where winner"
            + " group by enterprise_id, attribute having count(*) > 1 order by 1, 2 limit 100";

    private static final String APART = """
            with value as (select enterprise_id, %1$s as value from enterprise where %1$s is not null),
            source as (
                select claim.enterprise_id, claim.value from claim
                inner join enterprise on enterprise.enterprise_id = claim.enterprise_id
                where claim.winner and claim.attribute = '%2$s'
            )
            select
                coalesce(value.enterprise_id, source.enterprise_id) as enterprise_id,
                cast(value.value as varchar) as value,
                source.value as source
            from value
            full join source on source.enterprise_id = value.enterprise_id
            where try_cast(source.value as %3$s) is distinct from value.value
            order by 1 limit 100
            """;

    private final ClaimTrace trace;

    EvidenceLaw(ClaimTrace trace) {
        this.trace = trace;
    }

    @Override
    public Law law() {
        return Law.EVIDENCE;
    }

    @Override
    public Level from() {
        return Level.FULL;
    }

    @Override
    public void count(Subject subject, Findings findings) {
        Optional<StageDone> merged = merged(subject);
        if (merged.isEmpty()) {
            return;
        }
        List<String> missing = merged.get().files().stream()
                .filter(file -> !Files.isRegularFile(subject.resolve(file)))
                .toList();
        missing.forEach(file -> findings.broken("画像", "日志所记的文件", "文件不存在", file, null));
        if (missing.isEmpty()) {
            count(subject, MergedProfiles.of(merged.get()), findings);
        }
    }

    private void count(Subject subject, MergedProfiles merged, Findings findings) {
        String claims = table(merged, "claim").newest();
        try (Session session = subject.engine().open()) {
            for (String table : List.of("claim", "enterprise")) {
                session.execute("create view " + table + " as select * from "
                        + table(merged, table).rows(subject::resolve));
            }
            findings.checked(session.number("select count(*) from claim where winner"));
            session.query(MANY, row -> {
                findings.broken(
                        row.getString(1) + " " + row.getString(2), "一个出处", row.getLong(3) + " 个出处", claims, null);
                return row;
            });
            values(session, table(merged, "enterprise").newest(), findings);
            positions(subject, session, claims, findings);
            decisions(subject, session, claims, findings);
            trace.count(subject, session, findings);
        }
    }

    private static void values(Session session, String file, Findings findings) {
        Map<String, String> types = session
                .query(
                        "select column_name, column_type from (describe enterprise)",
                        row -> Map.entry(row.getString(1), row.getString(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        for (String attribute :
                session.query("select distinct attribute from claim order by 1", row -> row.getString(1))) {
            if (!types.containsKey(attribute)) {
                continue;
            }
            String sql = APART.formatted(Sql.identifier(attribute), attribute.replace("'", "''"), types.get(attribute));
            session.query(sql, row -> {
                findings.broken(
                        row.getString(1) + " " + attribute,
                        "出处的值 " + row.getString(3),
                        "画像的值 " + row.getString(2),
                        file,
                        null);
                return row;
            });
        }
    }

    /** Every believed claim names bytes or a cell of an object that landed. */
    private static void positions(Subject subject, Session session, String claims, Findings findings) {
        Map<String, Long> sizes = subject.all(ObjectLanded.class).stream()
                .collect(Collectors.toMap(ObjectLanded::path, ObjectLanded::size, (one, same) -> same));
        session.query(
                "select object, min(\"offset\"), max(\"offset\" + length), count(*), count(sheet) from claim where winner"
                        + " and object is not null group by object order by object",
                row -> {
                    String object = row.getString(1);
                    Long size = sizes.get(object);
                    boolean sheet = row.getLong(5) == row.getLong(4);
                    if (size == null) {
                        findings.broken("出处 " + object, "已落地的文件", "日志没有该文件", claims, null);
                    } else if (!sheet && (row.getLong(2) < 0 || row.getLong(3) > size)) {
                        findings.broken("出处 " + object, "位置在 " + size + " 字节之内", row.getLong(3), claims, null);
                    }
                    return row;
                });
    }

    /** A believed value without a place in an object is an operator's, and names decisions of the journal. */
    private static void decisions(Subject subject, Session session, String claims, Findings findings) {
        Set<String> decided =
                subject.all(CaseOpened.class).stream().map(CaseOpened::id).collect(Collectors.toSet());
        session
                .query(
                        "select distinct record_key from claim where winner and object is null order by 1",
                        row -> row.getString(1))
                .stream()
                .filter(key -> !decided.containsAll(List.of(key.split("\\+"))))
                .forEach(key -> findings.broken("出处 " + key, "日志中的人工更正", "日志没有这项决定", claims, null));
    }

    private static ProfileTable table(MergedProfiles merged, String table) {
        return Optional.ofNullable(merged.tables().get(table))
                .orElseThrow(() -> new IllegalStateException("Merge without " + table));
    }

    private static Optional<StageDone> merged(Subject subject) {
        List<SnapshotPublished> published = subject.publications();
        if (published.isEmpty()) {
            return Optional.empty();
        }
        SnapshotPublished newest = published.get(published.size() - 1);
        return subject.all(StageDone.class).stream()
                .filter(done -> done.stage().equals("merge") && done.inputs().equals(newest.inputs()))
                .reduce((older, newer) -> newer);
    }
}

package io.hourshare.verify.law;

import io.hourshare.engine.Session;
import io.hourshare.engine.Sql;
import io.hourshare.normalize.BatchHeldException;
import io.hourshare.store.JournalFact.BatchAdopted;
import io.hourshare.store.JournalFact.ObjectLanded;
import io.hourshare.verify.Level;
import io.hourshare.verify.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The second half of law 5: the bytes at a claim's position, by its rule, give its value again. */
final class ClaimTrace {

    /** Objects looked into short of the deepest level; the smallest, which are the hours' own. */
    private static final int SAMPLE = 40;

    private static final String APART = """
            select claim.enterprise_id, claim.value, cast(again.%1$s as varchar), coalesce(claim."row", claim."offset")
            from claim
            left join again on again._key = claim.record_key
                and again._offset is not distinct from claim."offset"
                and again._sheet is not distinct from claim.sheet
                and again._row is not distinct from claim."row"
            where claim.object = '%2$s' and claim.winner and claim.attribute = '%3$s'
                and try_cast(claim.value as %4$s) is distinct from again.%1$s
            order by 1 limit 100
            """;

    private final Sources sources;

    ClaimTrace(Sources sources) {
        this.sources = sources;
    }

    /** Expects the view {@code claim}. */
    void count(Subject subject, Session session, Findings findings) {
        try {
            Optional<Again> opened = Again.open(subject, sources);
            if (opened.isEmpty()) {
                findings.unchecked("找不到令牌密钥，无法按规则再得取值；请用 --token-key 指明");
                return;
            }
            try (Again again = opened.get()) {
                for (ObjectLanded object : objects(subject, session)) {
                    if (!again.reads(object.path())) {
                        findings.destroyed(again.isDestroyed(object.path()) ? 1 : 0);
                        continue;
                    }
                    trace(subject, session, again, object, findings);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ObjectLanded> objects(Subject subject, Session session) {
        Map<String, ObjectLanded> landed = subject.all(ObjectLanded.class).stream()
                .collect(Collectors.toMap(ObjectLanded::path, object -> object, (one, same) -> same));
        return session
                .query(
                        "select distinct object from claim where winner and object is not null order by object",
                        row -> row.getString(1))
                .stream()
                .filter(landed::containsKey)
                .map(landed::get)
                .sorted(java.util.Comparator.comparingLong(ObjectLanded::size))
                .limit(subject.level() == Level.DEEP ? Long.MAX_VALUE : SAMPLE)
                .toList();
    }

    private static void trace(Subject subject, Session session, Again again, ObjectLanded object, Findings findings) {
        try {
            Optional<List<String>> paths = again.replay(object);
            if (paths.isEmpty()) {
                return;
            }
            session.view(
                    "again",
                    paths.get().stream()
                            .filter(BatchAdopted::isRecords)
                            .map(again::resolve)
                            .toList());
        } catch (BatchHeldException e) {
            findings.broken("出处 " + object.path(), "可再次读取", String.valueOf(e.getMessage()), object.path(), null);
            return;
        } catch (UncheckedIOException missing) {
            return; // law 1 has said so
        }
        Map<String, String> types = session
                .query(
                        "select column_name, column_type from (describe again)",
                        row -> Map.entry(row.getString(1), row.getString(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        session.query(
                        "select attribute, count(*) from claim where winner and object = ? group by attribute order by 1",
                        row -> Map.entry(row.getString(1), row.getLong(2)),
                        object.path())
                .forEach(attribute -> {
                    if (types.containsKey(attribute.getKey())) {
                        findings.checked(attribute.getValue());
                        compare(session, object, attribute.getKey(), types.get(attribute.getKey()), findings);
                    }
                });
    }

    private static void compare(
            Session session, ObjectLanded object, String attribute, String type, Findings findings) {
        String sql = APART.formatted(
                Sql.identifier(attribute), object.path().replace("'", "''"), attribute.replace("'", "''"), type);
        session.query(sql, row -> {
            findings.broken(
                    row.getString(1) + " " + attribute,
                    "按位置与规则得 " + row.getString(3),
                    "所载为 " + row.getString(2),
                    object.path(),
                    row.getLong(4));
            return row;
        });
    }
}

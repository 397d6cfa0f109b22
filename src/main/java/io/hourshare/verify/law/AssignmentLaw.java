package io.hourshare.verify.law;

import io.hourshare.engine.Session;
import io.hourshare.verify.Law;
import io.hourshare.verify.Level;
import java.util.Optional;

/** Law 3: every current record belongs to one enterprise, or stands in the pool of the unresolved. */
final class AssignmentLaw implements LawCount {

    private static final String PLACES = """
            with record as (%s),
            place as (
                select feed, record_key from er_assignment
                union all
                select feed, record_key from er_unresolved
            ),
            counted as (
                select feed, record_key, sum(present) as present, sum(places) as places
                from (
                    select feed, record_key, 1 as present, 0 as places from record
                    union all
                    select feed, record_key, 0 as present, 1 as places from place
                )
                group by feed, record_key
            )
            select feed, record_key, present, places from counted where places <> 1 or present <> 1
            order by feed, record_key limit 100
            """;

    @Override
    public Law law() {
        return Law.ASSIGNMENTS;
    }

    @Override
    public Level from() {
        return Level.FULL;
    }

    @Override
    public void count(Subject subject, Findings findings) {
        Optional<Identity> identity = Identity.newest(subject);
        if (identity.isEmpty() || !identity.get().isComplete(subject, findings)) {
            return;
        }
        try (Session session = subject.engine().open()) {
            identity.get().views(subject, session);
            String records = identity.get().records(subject, session);
            if (records.isEmpty()) {
                return;
            }
            findings.checked(session.number("select count(*) from (" + records + ")"));
            session.query(PLACES.formatted(records), row -> {
                findings.broken(
                        row.getString(1) + " " + row.getString(2),
                        "一条记录、一个归属",
                        row.getLong(3) + " 条记录、" + row.getLong(4) + " 个归属",
                        identity.get().file("er_assignment"),
                        null);
                return row;
            });
            counts(identity.get(), session, findings);
        }
    }

    private static void counts(Identity identity, Session session, Findings findings) {
        identity.stage()
                .counts()
                .forEach((table, count) -> findings.equal(
                        table,
                        count,
                        session.number("select count(*) from " + io.hourshare.engine.Sql.identifier(table)),
                        identity.file(table)));
    }
}

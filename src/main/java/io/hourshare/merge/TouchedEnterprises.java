package io.hourshare.merge;

import static io.hourshare.merge.ProfileInputs.everybody;

import io.hourshare.engine.Session;
import io.hourshare.engine.Sql;
import io.hourshare.store.DataRoot;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds the enterprises whose rows may differ from those of the merge before: those of which a record, an assignment,
 * what resolution tells, or what operators decided is not what it was.
 */
final class TouchedEnterprises {

    /** Keys of the rows that one of two relations has more often than the other. */
    private static final String DIFFERING = """
            select key_ from (
                select %1$s as key_, hash(%2$s) as print_, 1 as side_ from %3$s as row_
                union all
                select %1$s as key_, hash(%2$s) as print_, -1 as side_ from %4$s as row_
            ) group by key_, print_ having sum(side_) <> 0
            """;

    private static final String WHOLE = "row_";

    /** As they are assigned now: whoever lost a record is told by the assignments. */
    private static final String ASSIGNED =
            "insert into told select enterprise_id from " + name(everybody("er_assignment"))
                    + " as assigned inner join changed on changed.feed = assigned.feed and changed.record_key = assigned.record_key";

    /** What happened to an id that leads on is told of its successor. */
    private static final String CONCERNED = """
            insert into told
            select unnest([event.enterprise_id, event.other_id, redirect.enterprise_id])
            from (select * from %1$s union all select * from %2$s) as event
            left join %3$s as redirect on redirect.old_id = event.enterprise_id
            where event.event_id in (%4$s)
            """;

    private final Session session;
    private final DataRoot root;

    TouchedEnterprises(Session session, DataRoot root) {
        this.session = session;
        this.root = root;
    }

    /** Creates a table of them, {@code enterprise_id}. */
    void find(MadeOf before, MadeOf now, String table) {
        session.execute("create temp table told (enterprise_id varchar)");
        session.execute("create temp table changed (feed varchar, record_key varchar)");
        before.identity().forEach((name, path) -> session.view(former(name), List.of(root.resolve(path))));
        records(before, now);
        identity(before, now);
        decided(before, now);
        session.execute("create table " + table
                + " as select distinct enterprise_id from told where enterprise_id is not null");
        session.execute("drop table told");
        session.execute("drop table changed");
    }

    private void records(MadeOf before, MadeOf now) {
        TreeSet<String> feeds = new TreeSet<>(before.records().keySet());
        feeds.addAll(now.records().keySet());
        for (String feed : feeds) {
            List<String> was = before.records().getOrDefault(feed, List.of());
            List<String> is = now.records().getOrDefault(feed, List.of());
            if (!was.equals(is)) {
                if (!was.isEmpty()) {
                    session.view(former(feed), was.stream().map(root::resolve).toList());
                }
                session.execute("insert into changed select " + Sql.literal(feed) + ", key_ from ("
                        + keys(feed, was, is) + ")");
            }
        }
        session.execute(ASSIGNED);
    }

    /** A feed that came, or that went, has no other side. */
    private static String keys(String feed, List<String> was, List<String> is) {
        if (was.isEmpty() || is.isEmpty()) {
            return "select _key as key_ from " + name(was.isEmpty() ? everybody(feed) : former(feed));
        }
        return differing("_key", WHOLE, feed);
    }

    private void identity(MadeOf before, MadeOf now) {
        for (String table : ProfileInputs.OF_ONE) {
            if (differs(table, before, now)) {
                // How an assignment came about is no part of a profile.
                String content = table.equals("er_assignment") ? "feed, record_key, enterprise_id" : WHOLE;
                tell(differing("enterprise_id", content, table));
            }
        }
        if (differs("er_redirect", before, now)) {
            tell(differing("enterprise_id", WHOLE, "er_redirect"));
            tell(differing("old_id", WHOLE, "er_redirect"));
        }
        if (differs("er_event", before, now)) {
            session.execute(CONCERNED.formatted(
                    name(everybody("er_event")),
                    name(former("er_event")),
                    name(everybody("er_redirect")),
                    differing("event_id", WHOLE, "er_event")));
        }
    }

    private static boolean differs(String table, MadeOf before, MadeOf now) {
        return !Objects.equals(before.identity().get(table), now.identity().get(table));
    }

    private void decided(MadeOf before, MadeOf now) {
        Stream.of(before, now)
                .flatMap(one -> one.decided().keySet().stream())
                .filter(one ->
                        !Objects.equals(before.decided().get(one), now.decided().get(one)))
                .distinct()
                .forEach(one -> session.execute("insert into told values (?)", one));
    }

    /** Adds to the table whose rows of a measure differ from those before: it looked at others, too. */
    void compare(ProfileTable before, ProfileTable now, String table) {
        session.execute("insert into " + table + " "
                + differing("enterprise_id", WHOLE, now.rows(root::resolve), before.rows(root::resolve)));
    }

    private void tell(String enterprises) {
        session.execute("insert into told " + enterprises);
    }

    private static String differing(String key, String content, String name) {
        return differing(key, content, name(everybody(name)), name(former(name)));
    }

    private static String differing(String key, String content, String now, String before) {
        return DIFFERING.formatted(key, content, now, before);
    }

    private static String name(String relation) {
        return Sql.identifier(relation);
    }

    private static String former(String name) {
        return "former " + name;
    }
}

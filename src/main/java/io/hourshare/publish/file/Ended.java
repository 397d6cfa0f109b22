package io.hourshare.publish.file;

import io.hourshare.engine.Session;
import io.hourshare.engine.Sql;
import io.hourshare.kernel.Digest;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What of published profiles must not be shown any more.
 *
 * @param records whose publicity has ended, or that were taken back
 * @param enterprises of which nothing but such records was known
 * @param measured enterprises by the measure that counts such a record in
 */
public record Ended(Set<Key> records, Set<String> enterprises, Set<Measured> measured) {

    public static final Ended NOTHING = new Ended(Set.of(), Set.of(), Set.of());

    public Ended {
        records = Set.copyOf(records);
        enterprises = Set.copyOf(enterprises);
        measured = Set.copyOf(measured);
    }

    /** Names a record of a feed. */
    public record Key(String feed, String key) {

        String text() {
            return feed + "|" + key;
        }
    }

    /** A measure of an enterprise. */
    public record Measured(String measure, String enterprise) {

        String text() {
            return measure + "|" + enterprise;
        }
    }

    public boolean isNothing() {
        return records.isEmpty() && enterprises.isEmpty();
    }

    public Digest digest() {
        return Digest.of(records.stream().map(Key::text).sorted().toList());
    }

    /** Makes the tables that {@link #condition} asks. */
    void attach(Session session) {
        if (!isNothing()) {
            one(records.stream().map(Key::text)).createTemporary(session, "ended_record");
            one(enterprises.stream()).createTemporary(session, "ended_enterprise");
            one(measured.stream().map(Measured::text)).createTemporary(session, "ended_measure");
        }
    }

    private static RowsTable one(Stream<String> values) {
        RowsTable rows = new RowsTable().column("told", "varchar");
        values.forEach(rows::row);
        return rows;
    }

    /**
     * What rows of a table must fulfil besides, as SQL that begins with {@code and}; empty where nothing has ended.
     *
     * @param keyed whether each row is a record of a feed
     */
    String condition(String table, boolean keyed) {
        if (isNothing()) {
            return "";
        }
        String known = " and enterprise_id not in (select told from temp.main.ended_enterprise)";
        return keyed
                ? known + " and concat_ws('|', feed, record_key) not in (select told from temp.main.ended_record)"
                        + " and concat_ws('|', " + Sql.literal(table)
                        + ", enterprise_id) not in (select told from temp.main.ended_measure)"
                : known;
    }
}

package io.hourshare.merge;

import io.hourshare.contract.Feed;
import io.hourshare.engine.Session;
import io.hourshare.engine.Sql;
import io.hourshare.normalize.CurrentRecords;
import io.hourshare.resolve.Resolution;
import io.hourshare.store.DataRoot;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The records and identity that profiles are made of, as relations by feed and table: those of everybody, or those of
 * the enterprises alone that were touched.
 */
final class ProfileInputs {

    /** What is told of each enterprise in rows of its own. */
    static final List<String> OF_ONE = List.of("er_assignment", "er_entity", "er_name", "er_number");

    /** What is told across enterprises. */
    static final List<String> OF_SEVERAL = List.of("er_event", "er_redirect");

    private final Session session;
    private final DataRoot root;
    private final SortedMap<String, List<String>> records = new TreeMap<>();
    private final SortedMap<String, String> identity = new TreeMap<>();

    private ProfileInputs(Session session, DataRoot root) {
        this.session = session;
        this.root = root;
    }

    /** Of the feeds that have records. */
    static ProfileInputs of(
            Session session, DataRoot root, List<Feed> feeds, CurrentRecords current, Resolution resolution) {
        ProfileInputs inputs = new ProfileInputs(session, root);
        Stream.concat(OF_ONE.stream(), OF_SEVERAL.stream())
                .forEach(table -> inputs.identity.put(
                        table, Objects.requireNonNull(resolution.tables().get(table), table)));
        feeds.forEach(
                feed -> inputs.records.put(feed.id().toString(), current.files().getOrDefault(feed.id(), List.of())));
        inputs.records.values().removeIf(List::isEmpty);
        inputs.identity.forEach((table, path) -> inputs.view(table, List.of(path)));
        inputs.records.forEach(inputs::view);
        return inputs;
    }

    private void view(String name, List<String> paths) {
        session.view(everybody(name), paths.stream().map(root::resolve).toList());
    }

    /** Name of the relation of everybody's rows. */
    static String everybody(String name) {
        return "everybody's " + name;
    }

    SortedMap<String, List<String>> records() {
        return records;
    }

    SortedMap<String, String> identity() {
        return identity;
    }

    /**
     * The day of all: that of the newest delivery whose records are there, so that the same records are judged alike
     * whenever that is done.
     */
    LocalDate day() {
        String newest = records.keySet().stream()
                .map(feed -> "select max(_window) as newest from " + Sql.identifier(everybody(feed)))
                .reduce("select null::timestamp as newest", (one, other) -> one + " union all " + other);
        return session.query(
                        "select coalesce(cast(max(newest) + interval '8' hour as date), date '1970-01-01') from ("
                                + newest + ")",
                        row -> row.getObject(1, LocalDate.class))
                .get(0);
    }

    /** Lets the models see everybody. */
    void showEverybody() {
        identity.keySet().forEach(this::showWhole);
        records.keySet().forEach(this::showWhole);
    }

    private void showWhole(String name) {
        session.execute("create view " + Sql.identifier(name) + " as select * from " + Sql.identifier(everybody(name)));
    }

    /** Lets the models see those enterprises alone that a relation names; what is told across them stays whole. */
    void showOnly(String enterprises) {
        OF_SEVERAL.forEach(this::showWhole);
        OF_ONE.forEach(table -> pick(table, "source.enterprise_id in (select enterprise_id from " + enterprises + ")"));
        records.keySet()
                .forEach(feed -> pick(
                        feed,
                        "source._key in (select record_key from er_assignment where feed = " + Sql.literal(feed)
                                + ")"));
    }

    /** Once: the models read some of them several times, and each time would look through all. */
    private void pick(String name, String where) {
        session.execute("create table " + Sql.identifier(name) + " as select source.* from "
                + Sql.identifier(everybody(name)) + " as source where " + where);
    }
}

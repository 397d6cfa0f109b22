package io.hourshare.publish;

import io.hourshare.contract.CanonicalEntity;
import io.hourshare.contract.Catalogue;
import io.hourshare.contract.DeletionRule;
import io.hourshare.contract.Feed;
import io.hourshare.contract.FeedMode;
import io.hourshare.engine.Engine;
import io.hourshare.engine.Session;
import io.hourshare.engine.Sql;
import io.hourshare.kernel.FeedId;
import io.hourshare.merge.MergedProfiles;
import io.hourshare.merge.ProfileTable;
import io.hourshare.publish.file.Ended;
import io.hourshare.publish.file.Ended.Key;
import io.hourshare.publish.file.Ended.Measured;
import io.hourshare.publish.file.ProfileViews;
import io.hourshare.store.DataRoot;
import io.hourshare.store.JournalFact.BatchAdopted;
import io.hourshare.store.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds what has ended of records since a snapshot was published: their day of publicity is over, or what was taken in
 * since says so or takes them back, or their feed has left the catalogue. What a later list merely leaves out has ended
 * only where the feed knows an end of publicity: otherwise a list cut short, for which one rolls back, would go on hiding.
 */
final class EndedRecords {

    /** What was adopted while the snapshot was being built may not be in it. */
    private static final Duration BUILDING = Duration.ofHours(2);

    private static final String SAID = "create table said (enterprise_id varchar, feed varchar, record_key varchar,"
            + " observed_at timestamp, ends date, measure varchar)";

    private static final String NEWEST = """
            create or replace temp table later as
            select _key, _op, _source_time, ends from (%s)
            qualify row_number() over (partition by _key order by _source_time desc nulls last, place desc, _ordinal desc) = 1
            """;

    private static final String TAKEN_BACK = """
            insert into ended select distinct said.feed, said.record_key from said
            inner join later on later._key = said.record_key
            where said.feed = %s and (later._op = 'D' or later.ends < date '%s')
                and coalesce(later._source_time >= said.observed_at, true)
            """;

    private static final String LEFT_OUT =
            "insert into ended select distinct feed, record_key from said where feed = %s"
                    + " and record_key not in (select _key from read_parquet(%s))";

    private static final String ALONE = """
            select enterprise_id from (
                select enterprise_id, feed, record_key from said union select enterprise_id, feed, record_key from claim
            ) as told
            left join (select distinct feed, record_key, true as gone from ended) as over using (feed, record_key)
            group by enterprise_id having bool_and(coalesce(over.gone, false))
            """;

    private final Catalogue catalogue;
    private final Engine engine;
    private final DataRoot root;
    private final Ledger ledger;

    EndedRecords(Catalogue catalogue, Engine engine, DataRoot root, Ledger ledger) {
        this.catalogue = catalogue;
        this.engine = engine;
        this.root = root;
        this.ledger = ledger;
    }

    /** @param merged profiles that the snapshot was made of */
    Ended since(Snapshot snapshot, MergedProfiles merged, LocalDate today) {
        try (Session session = engine.open()) {
            session.execute(SAID);
            merged.tables().forEach((table, kept) -> said(session, table, kept));
            session.execute("create table ended as select distinct feed, record_key from said where ends < date '"
                    + today + "' or feed not in ('', " + feeds() + ")");
            for (String feed : session.query("select distinct feed from said", row -> row.getString(1))) {
                catalogue
                        .feed(FeedId.parse(feed))
                        .ifPresent(known -> takenBack(session, known, snapshot.publishedAt(), today));
            }
            return ended(session, merged);
        }
    }

    private void said(Session session, String table, ProfileTable kept) {
        CanonicalEntity entity = catalogue.entities().get(table);
        if (entity == null || table.equals(CanonicalEntity.ENTERPRISE)) {
            return;
        }
        String ends = entity.field(ProfileViews.PUBLICITY_END).isPresent()
                ? "try_cast(" + ProfileViews.PUBLICITY_END + " as date)"
                : "null";
        String measure = entity.isInput() ? table.substring(0, table.length() - CanonicalEntity.INPUT.length()) : "";
        session.execute("insert into said select enterprise_id, feed, record_key, observed_at, " + ends + ", "
                + Sql.literal(measure) + " from " + kept.rows(root::resolve));
    }

    private String feeds() {
        return catalogue.feeds().stream()
                .map(feed -> Sql.literal(feed.id().toString()))
                .collect(Collectors.joining(", "));
    }

    private void takenBack(Session session, Feed feed, Instant published, LocalDate today) {
        List<BatchAdopted> later = ledger.results().standingSince(feed.id(), published.minus(BUILDING)).stream()
                .filter(batch -> !batch.records().isEmpty())
                .sorted(Comparator.comparing(BatchAdopted::window))
                .toList();
        if (later.isEmpty()) {
            return;
        }
        boolean dated =
                feed.job().map().stream().anyMatch(field -> field.canonical().equals(ProfileViews.PUBLICITY_END));
        session.execute(NEWEST.formatted(later.stream()
                .map(batch -> versions(batch, later.indexOf(batch), dated))
                .collect(Collectors.joining(" union all "))));
        String name = Sql.literal(feed.id().toString());
        session.execute(TAKEN_BACK.formatted(name, today));
        if (dated && feed.contract().mode() == FeedMode.FULL && feed.contract().deletion() == DeletionRule.ABSENCE) {
            session.execute(LEFT_OUT.formatted(name, list(later.get(later.size() - 1))));
        }
    }

    private String versions(BatchAdopted batch, int place, boolean dated) {
        return "select _key, _op, _source_time, _ordinal, " + place + " as place, "
                + (dated ? "try_cast(" + ProfileViews.PUBLICITY_END + " as date)" : "cast(null as date)")
                + " as ends from read_parquet(" + list(batch) + ", union_by_name = true, hive_partitioning = false)";
    }

    private String list(BatchAdopted batch) {
        return batch.records().stream()
                .map(file -> Sql.literal(root.resolve(file).toString()))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private Ended ended(Session session, MergedProfiles merged) {
        Set<Key> records = new HashSet<>(session.query(
                "select distinct feed, record_key from ended", row -> new Key(row.getString(1), row.getString(2))));
        if (records.isEmpty()) {
            return Ended.NOTHING;
        }
        session.execute("create view claim as select * from "
                + Objects.requireNonNull(merged.tables().get("claim"), "claim").rows(root::resolve));
        Set<Measured> measured = new HashSet<>(session.query(
                "select distinct measure, enterprise_id from said where measure <> '' and concat_ws('|', feed, record_key) in"
                        + " (select concat_ws('|', feed, record_key) from ended)",
                row -> new Measured(row.getString(1), row.getString(2))));
        return new Ended(records, new HashSet<>(session.query(ALONE, row -> row.getString(1))), measured);
    }
}

package io.hourshare.trace;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Feed;
import io.hourshare.engine.Engine;
import io.hourshare.engine.EngineSettings;
import io.hourshare.engine.Session;
import io.hourshare.kernel.Digest;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.kernel.SteppedClock;
import io.hourshare.store.BatchCounts;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalAct.SlotWaived;
import io.hourshare.store.JournalFact.BatchAdopted;
import io.hourshare.store.JournalFact.DeliveryLanded;
import io.hourshare.store.JournalFact.SnapshotPublished;
import io.hourshare.store.JournalFact.StageDone;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Hours that come on time, late or never, and a query over the journal's lines that shares no code with the report. */
public final class TimelinessTown {

    private static final List<FeedId> FEEDS =
            List.of(FeedId.parse("tax.registration"), FeedId.parse("tax.arrears"), FeedId.parse("housing.completion"));

    /** On time, late, missing by department and China's day; nothing of the first load, of waived or open hours. */
    private static final String INDEPENDENT = """
            with line as (
                select (j->>'seq')::bigint as seq, (j->>'at')::timestamptz::timestamp as written, j->>'type' as kind,
                    j->'entry' as e from lines),
            landed as (
                select e->>'feed' as feed, min(strptime(e->>'window', '%Y-%m-%dT%HZ')) as begun
                from line where kind = 'DeliveryLanded' group by 1),
            hour as (
                select feed, unnest(generate_series(begun + interval 1 hour, timestamp 'END',
                    interval 1 hour)) as hour from landed),
            waived as (select e->>'feed' as feed, strptime(e->>'window', '%Y-%m-%dT%HZ') as hour
                from line where kind = 'SlotWaived'),
            adopted as (
                select e->>'feed' as feed, strptime(e->>'window', '%Y-%m-%dT%HZ') as hour, min(seq) as seq,
                    any_value((e->'counts'->>'accepted')::bigint) as accepted
                from line where kind = 'BatchAdopted' group by 1, 2),
            folded as (
                select a.feed, a.hour, case when a.accepted = 0 then a.seq else min(f.seq) end as seq
                from adopted a left join line f on f.kind = 'StageDone' and f.e->>'stage' = 'current:' || a.feed
                    and f.seq > a.seq group by a.feed, a.hour, a.accepted, a.seq),
            published as (
                select f.feed, f.hour, min(p.written) as out_at from folded f
                join line p on p.kind = 'SnapshotPublished' and p.seq > f.seq group by 1, 2),
            judged as (
                select h.feed, h.hour, (h.hour + interval 8 hour)::date as day, p.out_at,
                    (h.hour + interval 1 hour + promise.minutes * interval 1 minute)::timestamp as deadline
                from hour h join promise using (feed) left join published p using (feed, hour)
                where not exists (select 1 from waived w where w.feed = h.feed and w.hour = h.hour))
            select split_part(feed, '.', 1) || ' ' || date_trunc('UNIT', day)::date::varchar as period,
                count(*) || ' ' || count(*) filter (out_at is not null and out_at <= deadline) || ' '
                    || count(*) filter (out_at is not null and out_at > deadline) || ' '
                    || count(*) filter (out_at is null)
            from judged where deadline <= ? group by 1
            """;

    private TimelinessTown() {}

    /** Journals hours from a first load on, while the clock goes with them. */
    public static void live(Journal journal, SteppedClock clock, HourWindow start, int hours) {
        Random dice = new Random(14);
        HourWindow window = start;
        for (int hour = 0; hour < hours; hour++, window = window.next()) {
            for (FeedId feed : FEEDS) {
                hour(journal, feed, window, hour == 0, dice);
            }
            clock.advance(Duration.ofSeconds(60L * (10 + dice.nextInt(50))));
            if (dice.nextInt(5) > 0) {
                journal.append(new SnapshotPublished(
                        hour + 1, "s", window, Digest.of("i"), Digest.of("c"), Map.of(), List.of(), Map.of()));
            }
            clock.at(later(clock.instant(), window.next().end()));
        }
    }

    private static void hour(Journal journal, FeedId feed, HourWindow window, boolean initial, Random dice) {
        int fate = initial ? 9 : dice.nextInt(10);
        if (fate == 0) {
            journal.append(new SlotWaived(feed, window, "演示", "检修"));
        } else if (fate > 1) {
            Digest delivery = Digest.of(feed + "@" + window);
            long accepted = fate % 2 == 0 ? 0 : 10;
            journal.append(new DeliveryLanded(feed, window, delivery, List.of(), null, null, null, initial));
            journal.append(new BatchAdopted(
                    feed,
                    window,
                    delivery,
                    Digest.of("c"),
                    List.of(),
                    new BatchCounts(null, accepted, accepted, 0, 0, 0, 0, 0),
                    null,
                    1));
            if (fate > 3) {
                journal.append(new StageDone(StageDone.current(feed), delivery, List.of(), Map.of()));
            }
        }
    }

    /** By department and period: due, on time, late, missing. */
    public static Map<String, String> queried(Path home, Catalogue catalogue, Instant now, TimeUnit unit) {
        Map<String, String> rows = new TreeMap<>();
        LocalDateTime utc = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
        try (Session session = new Engine(new EngineSettings("256MB", 1), home.resolve("spill")).open()) {
            session.execute("create temp table promise (feed varchar, minutes bigint)");
            for (Feed feed : catalogue.feeds()) {
                session.execute(
                        "insert into promise values (?, ?)",
                        feed.id().toString(),
                        feed.contract().promise().toMinutes());
            }
            session.execute("create temp table lines as select json as j from read_json_objects('"
                    + home.resolve("journal") + "/*.jsonl', format = 'newline_delimited')");
            session.query(
                    INDEPENDENT
                            .replace("END", Timestamp.valueOf(utc).toString())
                            .replace("UNIT", unit.name().toLowerCase(Locale.ROOT)),
                    row -> rows.put(row.getString(1), row.getString(2)),
                    Timestamp.valueOf(utc));
        }
        return rows;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}

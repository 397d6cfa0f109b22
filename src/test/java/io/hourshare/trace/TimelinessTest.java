package io.hourshare.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.CatalogueReader;
import io.hourshare.contract.CatalogueSource;
import io.hourshare.contract.Feed;
import io.hourshare.engine.Engine;
import io.hourshare.engine.EngineSettings;
import io.hourshare.engine.Session;
import io.hourshare.kernel.Digest;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.kernel.SteppedClock;
import io.hourshare.store.BatchCounts;
import io.hourshare.store.DataRoot;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalAct.SlotWaived;
import io.hourshare.store.JournalFact.BatchAdopted;
import io.hourshare.store.JournalFact.DeliveryLanded;
import io.hourshare.store.JournalFact.SnapshotPublished;
import io.hourshare.store.JournalFact.StageDone;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The report against a query over the journal's lines that shares no code with it. */
class TimelinessTest {

    private static final Catalogue CATALOGUE =
            CatalogueReader.read(CatalogueSource.embedded()).catalogue();
    private static final List<FeedId> FEEDS =
            List.of(FeedId.parse("tax.registration"), FeedId.parse("tax.arrears"), FeedId.parse("housing.completion"));
    private static final HourWindow START = HourWindow.parse("2026-11-16T20Z");
    private static final int HOURS = 100;

    /** On time, late, missing by department and China's day; nothing of the first load, of waived or open hours. */
    private static final String INDEPENDENT = """
            with line as (
                select (j->>'seq')::bigint as seq, (j->>'at')::timestamptz::timestamp as written, j->>'type' as kind,
                    j->'entry' as e from lines),
            landed as (
                select e->>'feed' as feed, min(strptime(e->>'window', '%Y-%m-%dT%HZ')) as begun
                from line where kind = 'DeliveryLanded' group by 1),
            hour as (
                select feed, unnest(generate_series(begun + interval 1 hour, timestamp '2026-11-22 00:00:00',
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

    @TempDir
    private Path folder;

    private final SteppedClock clock = new SteppedClock(START.end());
    private DataRoot root;
    private Journal journal;

    @BeforeEach
    void live() {
        root = DataRoot.open(folder);
        journal = Journal.open(root, clock);
        Random dice = new Random(14);
        HourWindow window = START;
        for (int hour = 0; hour < HOURS; hour++, window = window.next()) {
            for (FeedId feed : FEEDS) {
                hour(feed, window, hour == 0, dice);
            }
            clock.advance(Duration.ofSeconds(60L * (10 + dice.nextInt(50))));
            if (dice.nextInt(5) > 0) {
                journal.append(new SnapshotPublished(
                        hour + 1, "s", window, Digest.of("i"), Digest.of("c"), Map.of(), List.of(), Map.of()));
            }
            clock.at(later(clock.instant(), window.next().end()));
        }
    }

    @AfterEach
    void close() {
        root.close();
    }

    @ParameterizedTest
    @EnumSource
    void agreesWithAQueryOverTheJournal(TimeUnit unit) {
        Map<String, String> reported = new TreeMap<>();
        new Timeliness(CATALOGUE, new BatchTraces(journal), clock)
                .of(unit, 30)
                .forEach(line -> reported.put(
                        line.department() + " " + line.period(),
                        line.due() + " " + line.onTime() + " " + line.late() + " " + line.missing()));

        assertThat(reported).isEqualTo(queried(unit)).hasSizeGreaterThan(unit == TimeUnit.DAY ? 8 : 1);
        assertThat(String.join(",", reported.values())).containsPattern(" [1-9]\\d* [1-9]\\d*( |$)");
    }

    @Test
    void countsTheSameHoursByWeekAndMonth() {
        Timeliness timeliness = new Timeliness(CATALOGUE, new BatchTraces(journal), clock);

        for (TimeUnit unit : TimeUnit.values()) {
            assertThat(timeliness.of(unit, 30).stream()
                            .mapToLong(Timeliness.Line::due)
                            .sum())
                    .as(unit.name())
                    .isEqualTo(timeliness.of(TimeUnit.DAY, 30).stream()
                            .mapToLong(Timeliness.Line::due)
                            .sum());
        }
        assertThat(timeliness.of(TimeUnit.WEEK, 1).get(0).period()).isEqualTo(LocalDate.parse("2026-11-16"));
    }

    private void hour(FeedId feed, HourWindow window, boolean initial, Random dice) {
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
                journal.append(new StageDone("current:" + feed, delivery, List.of(), Map.of()));
            }
        }
    }

    private Map<String, String> queried(TimeUnit unit) {
        Map<String, String> rows = new TreeMap<>();
        try (Session session = new Engine(new EngineSettings("256MB", 1), folder.resolve("spill")).open()) {
            session.execute("create temp table promise (feed varchar, minutes bigint)");
            for (Feed feed : CATALOGUE.feeds()) {
                session.execute(
                        "insert into promise values (?, ?)",
                        feed.id().toString(),
                        feed.contract().promise().toMinutes());
            }
            session.execute("create temp table lines as select json as j from read_json_objects('"
                    + folder.resolve("journal") + "/*.jsonl', format = 'newline_delimited')");
            session.query(
                    INDEPENDENT.replace("UNIT", unit.name().toLowerCase(java.util.Locale.ROOT)),
                    row -> rows.put(row.getString(1), row.getString(2)),
                    java.sql.Timestamp.valueOf(java.time.LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)));
        }
        return rows;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}

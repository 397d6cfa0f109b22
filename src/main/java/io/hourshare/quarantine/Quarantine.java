package io.hourshare.quarantine;

import io.hourshare.contract.Catalogue;
import io.hourshare.engine.Engine;
import io.hourshare.engine.ScalarRule;
import io.hourshare.engine.Session;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.normalize.fault.Masking;
import io.hourshare.quarantine.Cause.Held;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was held back and why. */
@Component
public final class Quarantine {

    private static final int SAMPLES = 5;

    /**
     * A record that a full list repeats every hour is one record: its newest stands for it. Where a later hour accepted
     * its key, it is mended.
     */
    private static final String DIFFERENT = """
            with newest as (
                select *, row_number() over (partition by feed, reason, field,
                    coalesce(nullif(record_key, ''), excerpt, object || ordinal)
                    order by "window" desc, object desc, ordinal desc) as version
                from returned),
            taken as (
                select split_part(_object, '/', 2) as taken_feed, split_part(_object, '/', 3) as taken_window,
                    masked_key(_key) as taken_key
                from accepted),
            different as (
                select newest.*, (select min(taken_window) from taken
                    where taken_feed = newest.feed and taken_key = newest.record_key
                    and taken_window > newest."window") as mended_in
                from newest where version = 1)
            """;

    private static final String CAUSES = DIFFERENT + """
            , placed as (
                select *, count(*) over (partition by feed, reason, field) as records,
                    count(mended_in) over (partition by feed, reason, field) as mended,
                    max("window") over (partition by feed, reason, field) as newest_window,
                    row_number() over (partition by feed, reason, field
                        order by mended_in is not null, "window" desc, object, ordinal) as place
                from different)
            select feed, reason, field, explanation, field_title, records, mended, newest_window, "window", object,
                "offset", sheet, "row", record_key, excerpt, ordinal, mended_in
            from placed where place <= ? order by records - mended desc, records desc, feed, reason, field, place
            """;

    private static final String RECORDS = DIFFERENT + """
            select feed, reason, field, explanation, field_title, 1 as records, 0 as mended,
                "window" as newest_window, "window", object, "offset", sheet, "row", record_key, excerpt, ordinal,
                mended_in
            from different where (? = '' or reason = ?) and (? = '' or field = ?) and mended_in is null
            order by "window" desc, object, ordinal limit ?
            """;

    private static final String NOTHING_ACCEPTED =
            "create view accepted as select '' as _object, '' as _key where false";

    private final Catalogue catalogue;
    private final Engine engine;
    private final HeldFiles files;

    Quarantine(Catalogue catalogue, Engine engine, HeldFiles files) {
        this.catalogue = catalogue;
        this.engine = engine;
        this.files = files;
    }

    /** Causes with samples, the most frequent first, over the windows from one to the other, both included. */
    public List<Cause> causes(Optional<FeedId> feed, HourWindow from, HourWindow to) {
        Map<List<String>, Cause> causes = new LinkedHashMap<>();
        for (Cause one : ask(feed, from, to, CAUSES, SAMPLES)) {
            causes.merge(List.of(one.feed(), one.reason(), one.field()), one, Quarantine::together);
        }
        return List.copyOf(causes.values());
    }

    /** Every record of a feed that is still held back, the newest first, each as a cause with one sample. */
    List<Cause> records(FeedId feed, HourWindow from, HourWindow to, String reason, String field, int most) {
        return ask(Optional.of(feed), from, to, RECORDS, reason, reason, field, field, most);
    }

    private List<Cause> ask(
            Optional<FeedId> feed, HourWindow from, HourWindow to, String sql, @Nullable Object... parameters) {
        List<Path> parts = files.of(feed, from, to);
        if (parts.isEmpty()) {
            return List.of();
        }
        try (Session session = engine.open()) {
            session.view("returned", parts);
            session.register(new MaskedKey());
            accepted(session, from);
            return session.query(sql, this::cause, parameters);
        }
    }

    /** What came in since, of the feeds that had something held back. */
    private void accepted(Session session, HourWindow from) {
        Set<String> feeds = Set.copyOf(session.query("select distinct feed from returned", row -> row.getString(1)));
        List<Path> since = files.acceptedAfter(feeds, from);
        if (since.isEmpty()) {
            session.execute(NOTHING_ACCEPTED);
        } else {
            session.view("accepted", since);
        }
    }

    /** A key as quarantine keeps it. */
    private record MaskedKey() implements ScalarRule {

        @Override
        public String name() {
            return "masked_key";
        }

        @Override
        public int parameters() {
            return 1;
        }

        @Override
        public @Nullable String apply(@Nullable String[] arguments) {
            String key = arguments[0];
            return key == null ? null : Masking.numbers(key);
        }
    }

    private Cause cause(ResultSet row) throws SQLException {
        String feed = row.getString("feed");
        return new Cause(
                feed,
                title(feed),
                row.getString("reason"),
                text(row, "explanation"),
                text(row, "field"),
                text(row, "field_title"),
                row.getLong("records"),
                row.getLong("mended"),
                row.getString("newest_window"),
                List.of(held(row)));
    }

    private static Held held(ResultSet row) throws SQLException {
        return new Held(
                row.getString("window"),
                row.getString("object"),
                place(row),
                row.getString("record_key"),
                text(row, "excerpt"),
                row.getLong("ordinal"),
                row.getString("mended_in"));
    }

    private static String place(ResultSet row) throws SQLException {
        String object = row.getString("object");
        String file = object.substring(object.lastIndexOf('/') + 1);
        String sheet = row.getString("sheet");
        long line = row.getLong("row");
        if (!row.wasNull()) {
            return file + (sheet == null ? "" : " 工作表“" + sheet + "”") + " 第 " + line + " 行";
        }
        return file + " 第 " + (row.getLong("ordinal") + 1) + " 条（第 " + row.getLong("offset") + " 字节起）";
    }

    private static Cause together(Cause one, Cause other) {
        List<Held> samples = new ArrayList<>(one.samples());
        samples.addAll(other.samples());
        return one.with(samples);
    }

    private String title(String feed) {
        return catalogue
                .feed(FeedId.parse(feed))
                .map(known -> known.contract().title())
                .orElse(feed);
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }
}

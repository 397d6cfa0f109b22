package io.hourshare.quarantine;

import io.hourshare.contract.Catalogue;
import io.hourshare.engine.Engine;
import io.hourshare.engine.Session;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was held back and why. */
@Component
public final class Quarantine {

    private static final int SAMPLES = 5;

    /** A record that a full list repeats every hour is one record: its newest stands for it. */
    private static final String DIFFERENT = """
            with newest as (
                select *, row_number() over (partition by feed, reason, field,
                    coalesce(nullif(record_key, ''), excerpt, object || ordinal)
                    order by "window" desc, object desc, ordinal desc) as version
                from returned),
            different as (select * from newest where version = 1)
            """;

    private static final String CAUSES = DIFFERENT + """
            , placed as (
                select *, count(*) over (partition by feed, reason, field) as records,
                    max("window") over (partition by feed, reason, field) as newest_window,
                    row_number() over (partition by feed, reason, field
                        order by "window" desc, object, ordinal) as place
                from different)
            select feed, reason, field, explanation, field_title, records, newest_window, "window", object,
                "offset", sheet, "row", record_key, excerpt, ordinal
            from placed where place <= ? order by records desc, feed, reason, field, place
            """;

    private static final String RECORDS = DIFFERENT + """
            select feed, reason, field, explanation, field_title, 1 as records, "window" as newest_window, "window",
                object, "offset", sheet, "row", record_key, excerpt, ordinal
            from different where (? = '' or reason = ?) and (? = '' or field = ?)
            order by "window" desc, object, ordinal limit ?
            """;

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

    /** Every record held back of a feed, the newest first, each as a cause with one sample. */
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
            return session.query(sql, this::cause, parameters);
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
                row.getLong("ordinal"));
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

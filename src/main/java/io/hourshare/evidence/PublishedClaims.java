package io.hourshare.evidence;

import io.hourshare.engine.Engine;
import io.hourshare.engine.Session;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.merge.MergedProfiles;
import io.hourshare.merge.Merger;
import io.hourshare.publish.Snapshot;
import io.hourshare.publish.Snapshots;
import io.hourshare.store.DataRoot;
import io.hourshare.store.JournalFact.SnapshotPublished;
import io.hourshare.store.Ledger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The claims that the served profile rests on. */
public final class PublishedClaims {

    private static final String COLUMNS = "enterprise_id, attribute, value, feed, record_key, observed_at, \"window\","
            + " object, coalesce(\"row\", \"offset\") as place, \"offset\", length, sheet, cell, source_field, rule, priority, winner,"
            + " doubt, coalesce(model, '') as model, mapping";

    // Files of an earlier release lack what was added since; they are asked until the next publication.
    private static final String OLDER =
            " union all by name select cast(null as varchar) as doubt, '' as model, cast(null as varchar) as mapping where false";

    private final DataRoot root;
    private final Engine engine;
    private final Ledger ledger;
    private final Merger merger;
    private final Snapshots snapshots;

    public PublishedClaims(DataRoot root, Engine engine, Ledger ledger, Merger merger, Snapshots snapshots) {
        this.root = root;
        this.engine = engine;
        this.ledger = ledger;
        this.merger = merger;
        this.snapshots = snapshots;
    }

    /** Everything that is said of an attribute, the believed value first. */
    public List<Claim> of(String enterprise, String attribute) {
        return served().map(merged -> of(merged, enterprise, attribute)).orElse(List.of());
    }

    /** Everything that is believed of an attribute, of all enterprises. */
    public List<Claim> all(String attribute) {
        return served().map(merged -> query(merged, "winner and attribute = ?", attribute))
                .orElse(List.of());
    }

    /** Columns of claims, and {@code lot} by which they may be drawn, of a relation of claims. */
    String select(String relation) {
        return "select " + COLUMNS + ", md5(enterprise_id || attribute || record_key) as lot from (select * from ("
                + relation + ")" + OLDER + ")";
    }

    /** What the record of a feed says of an attribute in these profiles. */
    public Optional<Claim> of(MergedProfiles merged, FeedId feed, String recordKey, String attribute) {
        return query(merged, "feed = ? and record_key = ? and attribute = ?", feed.toString(), recordKey, attribute)
                .stream()
                .findFirst();
    }

    /** Whether the record of a feed says anything in these profiles. */
    public boolean speaks(MergedProfiles merged, FeedId feed, String recordKey) {
        return !query(merged, "feed = ? and record_key = ? limit 1", feed.toString(), recordKey)
                .isEmpty();
    }

    private List<Claim> of(MergedProfiles merged, String enterprise, String attribute) {
        return query(
                merged,
                "enterprise_id = ? and attribute = ? order by winner desc, doubt is not null, priority, observed_at desc",
                enterprise,
                attribute);
    }

    private List<Claim> query(MergedProfiles merged, String where, String... parameters) {
        String claims =
                Objects.requireNonNull(merged.tables().get("claim"), "claim").rows(root::resolve);
        try (Session session = engine.open()) {
            return session.query(
                    "select " + COLUMNS + " from (select * from " + claims + OLDER + ") where " + where,
                    PublishedClaims::claim,
                    (Object[]) parameters);
        }
    }

    Optional<MergedProfiles> served() {
        return snapshots.current().flatMap(this::line).flatMap(line -> merger.finished(line.inputs()));
    }

    private Optional<SnapshotPublished> line(Snapshot snapshot) {
        return ledger.publications().stream()
                .filter(line -> line.sequence() == snapshot.sequence())
                .findFirst();
    }

    static Claim claim(ResultSet row) throws SQLException {
        Instant window = instant(row, "window");
        return new Claim(
                row.getString("enterprise_id"),
                row.getString("attribute"),
                row.getString("value"),
                FeedId.parse(row.getString("feed")),
                row.getString("record_key"),
                instant(row, "observed_at"),
                window == null ? null : new HourWindow(window),
                row.getString("object"),
                number(row, "place"),
                number(row, "offset"),
                number(row, "length"),
                row.getString("sheet"),
                row.getString("cell"),
                row.getString("source_field"),
                row.getString("rule"),
                row.getInt("priority"),
                row.getBoolean("winner"),
                row.getString("doubt"),
                row.getString("model"),
                row.getString("mapping"));
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Object value = row.getObject(column);
        if (value instanceof Timestamp time) {
            return time.toLocalDateTime().toInstant(ZoneOffset.UTC);
        }
        return value instanceof LocalDateTime time ? time.toInstant(ZoneOffset.UTC) : null;
    }
}

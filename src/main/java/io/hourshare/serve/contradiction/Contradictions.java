package io.hourshare.serve.contradiction;

import io.hourshare.contract.CanonicalEntity;
import io.hourshare.contract.Catalogue;
import io.hourshare.engine.Session;
import io.hourshare.publish.Visibility;
import io.hourshare.serve.ServedVersion;
import io.hourshare.serve.Sight;
import io.hourshare.serve.snapshot.ServedSnapshot;
import io.hourshare.serve.snapshot.ServedSnapshots;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The contradictions that the served snapshot holds, ranked for each department. */
public final class Contradictions {

    private static final String LIST = "select found.*, summary.name, summary.uscc from contradiction as found"
            + " left join summary on summary.enterprise_id = found.enterprise_id"
            + " where (? = '' or found.department = ?) and (? = '' or found.rule_id = ?)"
            + " order by found.weight desc, found.rule_id, found.source_time, found.enterprise_id limit ? offset ?";

    private static final String COUNTS = "select department, rule_id, title, weight, count(distinct enterprise_id),"
            + " count(*) from contradiction group by department, rule_id, title, weight"
            + " order by department, weight desc, rule_id";

    private final ServedSnapshots snapshots;
    private final Set<String> restricted;

    Contradictions(ServedSnapshots snapshots, Catalogue catalogue) {
        this.snapshots = snapshots;
        Visibility visibility = new Visibility(catalogue);
        this.restricted = Optional.ofNullable(catalogue.entities().get(CanonicalEntity.ENTERPRISE)).stream()
                .flatMap(entity -> entity.fields().stream().filter(field -> visibility.isRestricted(entity, field)))
                .map(field -> field.name())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What was found in which snapshot. */
    public record Ranked<T>(ServedVersion version, List<T> items) {}

    /**
     * The weightiest first.
     *
     * @param department all where empty
     * @param rule all where empty
     */
    public Ranked<Contradiction> list(String department, String rule, Sight sight, int limit, int offset) {
        ServedSnapshot served = snapshots.current();
        return new Ranked<>(
                served.version(),
                served.ask(session -> exists(session)
                        ? session.query(
                                LIST, row -> read(row, sight), department, department, rule, rule, limit, offset)
                        : List.of()));
    }

    /** How many there are by department and rule. */
    public Ranked<Contradiction.Count> counts() {
        ServedSnapshot served = snapshots.current();
        return new Ranked<>(
                served.version(),
                served.ask(session -> exists(session)
                        ? session.query(
                                COUNTS,
                                row -> new Contradiction.Count(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getInt(4),
                                        row.getLong(5),
                                        row.getLong(6)))
                        : List.of()));
    }

    /** Snapshots of an older form have none. */
    private static boolean exists(Session session) {
        return session.number("select count(*) from information_schema.tables where table_name = 'contradiction'") > 0;
    }

    private Contradiction read(ResultSet row, Sight sight) throws SQLException {
        String attribute = row.getString("attribute");
        boolean withheld = attribute != null && restricted.contains(attribute) && sight != Sight.WHOLE;
        return new Contradiction(
                row.getString("rule_id"),
                row.getString("title"),
                row.getInt("weight"),
                row.getString("enterprise_id"),
                row.getString("name"),
                row.getString("uscc"),
                row.getString("department"),
                row.getString("source_feed"),
                attribute,
                withheld ? null : row.getString("said"),
                withheld ? null : row.getString("against"),
                instant(row.getObject("source_time")),
                withheld);
    }

    private static @Nullable Instant instant(@Nullable Object time) {
        if (time instanceof Timestamp stamp) {
            return stamp.toLocalDateTime().toInstant(ZoneOffset.UTC);
        }
        return time instanceof LocalDateTime local ? local.toInstant(ZoneOffset.UTC) : null;
    }
}

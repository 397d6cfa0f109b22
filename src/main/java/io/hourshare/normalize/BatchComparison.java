package io.hourshare.normalize;

import static io.hourshare.engine.Sql.identifier;

import io.hourshare.contract.FeedMode;
import io.hourshare.contract.LogicalType;
import io.hourshare.engine.Session;
import io.hourshare.normalize.anomaly.ColumnFigures;
import io.hourshare.normalize.anomaly.FieldFault;
import io.hourshare.normalize.convert.MappedField;
import io.hourshare.normalize.fault.Reason;
import io.hourshare.store.Novelty;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares a batch, the view {@code part} of a session, with the records known before it, the view {@code known};
 * {@link BatchAdoption#REPEATED} tells the batch's records whose key comes again.
 */
final class BatchComparison {

    private static final String FAULTS = "'[{\"field\":\"VARCHAR\",\"reason\":\"VARCHAR\",\"raw\":\"VARCHAR\"}]'";

    private final Session session;
    private final FeedMapping mapping;
    private final boolean known;
    private @Nullable Long knownKeys;

    /** @param known SELECT of what was known before; none for the first batch */
    BatchComparison(Session session, FeedMapping mapping, Optional<String> known) {
        this.session = session;
        this.mapping = mapping;
        this.known = known.isPresent();
        known.ifPresent(select -> session.execute("create or replace temp view known as " + select));
    }

    /**
     * Takes the accepted records apart, exact duplicates left out. Places are looked for among repeated keys alone, and
     * contents are told apart by 64 bits: sorting and spelling out all records took a quarter of normalization.
     */
    Novelty novelty() {
        boolean full = mapping.contract().mode() == FeedMode.FULL;
        String older = full ? "false" : "b._source_time > a._source_time";
        String judged = "select case when a.place > 1 or " + older + " then 'superseded' "
                + "when a.content = b.content or b._key is null and a._op = 'D' then 'unchanged' "
                + "when b._key is null or b._op = 'D' then 'created' else 'changed' end as what "
                + "from (" + own(full) + ") a left join (" + before() + ") b on a._key = b._key";
        return session.query(
                        "select count(*) filter (what = 'created'), count(*) filter (what = 'changed'), "
                                + "count(*) filter (what = 'unchanged'), count(*) filter (what = 'superseded') from ("
                                + judged + ")",
                        row -> new Novelty(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                .get(0);
    }

    /** The batch's records, each with its place among the versions of its key. */
    private String own(boolean full) {
        String order = full ? "" : "_source_time desc, ";
        String columns = "_key, _op, _source_time, " + content() + " as content";
        String versions = "select " + columns + ", _object, _ordinal from part where " + BatchAdoption.REPEATED
                + " qualify row_number() over (partition by _key, _hash order by _object desc, _ordinal desc) = 1";
        return "select " + columns + ", 1 as place from part where not " + BatchAdoption.REPEATED
                + " union all select _key, _op, _source_time, content, row_number() over (partition by _key order by "
                + order + "_object desc, _ordinal desc) as place from (" + versions + ")";
    }

    private String before() {
        return known
                ? "select _key, _op, _source_time, " + content() + " as content from known"
                : "select null::varchar as _key, null::varchar as _op, null::timestamp as _source_time, "
                        + "null::ubigint as content where false";
    }

    /** Stands for a record's values where there is something to compare them with. */
    private String content() {
        return known
                ? mapping.columns().stream()
                        .map(field -> "try_cast(" + identifier(field.canonical()) + " as "
                                + field.type().columnType() + ")")
                        .collect(Collectors.joining(", ", "hash(_op, ", ")"))
                : "0::ubigint";
    }

    long knownKeys() {
        if (knownKeys == null) {
            knownKeys = known ? session.number("select count(*) from known where _op <> 'D'") : 0;
        }
        return knownKeys;
    }

    /** Fill and middle of every column on both sides. */
    List<ColumnFigures> columns() {
        List<MappedField> fields = mapping.columns();
        if (!known || fields.isEmpty()) {
            return List.of();
        }
        List<Side> before = side("known", fields);
        List<Side> now = side("part", fields);
        List<ColumnFigures> figures = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            MappedField field = fields.get(i);
            figures.add(new ColumnFigures(
                    field.canonical(),
                    field.sources(),
                    before.get(i).filled(),
                    now.get(i).filled(),
                    before.get(i).low(),
                    before.get(i).median(),
                    before.get(i).high(),
                    now.get(i).median()));
        }
        return figures;
    }

    private record Side(
            double filled,
            @Nullable Double low,
            @Nullable Double median,
            @Nullable Double high) {}

    private List<Side> side(String relation, List<MappedField> fields) {
        List<String> select = new ArrayList<>();
        for (MappedField field : fields) {
            String name = identifier(field.canonical());
            boolean number = field.type() == LogicalType.NUMBER || field.type() == LogicalType.INTEGER;
            select.add("count(" + name + ") / greatest(count(*), 1)::double");
            for (int place = 1; place <= 3; place++) {
                select.add(
                        number
                                ? "cast((quantile_cont(abs(" + name + "), [0.02, 0.5, 0.98]) filter (" + name
                                        + " <> 0))[" + place + "] as double)"
                                : "null::double");
            }
        }
        String sql = "select " + String.join(", ", select) + " from " + relation + " where _op <> 'D'";
        return session.query(sql, row -> {
                    List<Side> sides = new ArrayList<>();
                    for (int i = 0; i < fields.size(); i++) {
                        int at = 4 * i + 1;
                        sides.add(new Side(
                                row.getDouble(at), number(row, at + 1), number(row, at + 2), number(row, at + 3)));
                    }
                    return sides;
                })
                .get(0);
    }

    private static @Nullable Double number(ResultSet row, int column) throws SQLException {
        double number = row.getDouble(column);
        return row.wasNull() ? null : (Double) number;
    }

    /**
     * Faults of single fields, warnings and blocking ones alike.
     *
     * @param quarantine SELECT of the quarantined records' {@code details}; empty where there are none
     */
    List<FieldFault> faults(String quarantine) {
        String all = "select _warnings as faults from part where _warnings is not null"
                + (quarantine.isEmpty() ? "" : " union all select details from (" + quarantine + ")");
        String one = "select records, unnest(from_json(faults, " + FAULTS + ")) as fault from "
                + "(select faults, count(*) as records from (" + all + ") group by faults)";
        List<Counted> counted = session.query(
                "select fault.field, fault.reason, sum(records), min(fault.raw) from (" + one
                        + ") group by 1, 2 order by 1, 2",
                row -> new Counted(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        Objects.requireNonNullElse(row.getString(4), "")));
        List<FieldFault> faults = new ArrayList<>();
        counted.forEach(fault -> reason(fault.reason())
                .ifPresent(
                        reason -> faults.add(new FieldFault(fault.field(), reason, fault.records(), fault.sample()))));
        return faults;
    }

    private record Counted(String field, String reason, long records, String sample) {}

    private static Optional<Reason> reason(String name) {
        try {
            return Optional.of(Reason.valueOf(name));
        } catch (IllegalArgumentException ofAnotherVersion) {
            return Optional.empty();
        }
    }
}

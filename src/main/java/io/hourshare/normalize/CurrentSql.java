package io.hourshare.normalize;

import static io.hourshare.engine.Sql.identifier;
import static io.hourshare.engine.Sql.literal;

import io.hourshare.contract.DeletionRule;
import io.hourshare.contract.FeedMode;
import io.hourshare.engine.Sql;
import io.hourshare.kernel.HourWindow;
import io.hourshare.normalize.convert.MappedField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Generates what makes one record a key out of what several batches brought. */
final class CurrentSql {

    /** What the list itself says of the record, where {@code _op} also says that the newest list leaves it out. */
    private static final String LISTED = "_listed";

    private static final Map<String, String> ENVELOPE = Map.of(
            NormalizedColumns.SOURCE_TIME, "TIMESTAMP",
            NormalizedColumns.OFFSET, "BIGINT",
            NormalizedColumns.LENGTH, "BIGINT",
            NormalizedColumns.ROW, "BIGINT",
            NormalizedColumns.ORDINAL, "BIGINT");

    private final FeedMapping mapping;
    private final Map<String, String> columns;
    private final boolean absence;

    CurrentSql(FeedMapping mapping) {
        this.mapping = mapping;
        this.absence =
                mapping.contract().mode() == FeedMode.FULL && mapping.contract().deletion() == DeletionRule.ABSENCE;
        this.columns = columns();
    }

    /**
     * The newest version of each key, from the first delivery that said so without a break: one that repeats it, as
     * overlapping windows and whole lists do, confirms the record, but makes it no newer. What is newest is told by the
     * source's word first and by the window then; of a whole list by the window alone. Where those bytes are gone by
     * rule, the next delivery that is kept gives the evidence.
     *
     * @param newest window of all
     * @param gone windows of which nothing that landed is kept
     */
    String select(List<String> relations, HourWindow newest, Collection<HourWindow> gone) {
        String once =
                "select *, coalesce(" + (absence ? LISTED + ", " : "") + "_op) as _said from (" + versions(relations)
                        + ") qualify row_number() over (partition by _key, _window order by _source_time desc, _object desc,"
                        + " _ordinal desc) = 1";
        String followed = "select *, lag(_content) over (partition by _key order by _window) as _before,"
                + " max(_window) over (partition by _key) as _seen from (select *, " + content() + " as _content from ("
                + once + "))";
        String since = "select *, max(case when _content is distinct from _before then _window end)"
                + " over (partition by _key) as _since, " + isGone(gone) + " as _gone from (" + followed + ")";
        return select(newest) + " from (" + since + ") where _window >= _since qualify row_number() over"
                + " (partition by _key order by _gone, case when _gone then -epoch(_window) else epoch(_window) end) = 1";
    }

    /** Older versions say nothing beside a newer one, whenever they come. */
    private String versions(List<String> relations) {
        return mapping.contract().mode() == FeedMode.FULL || !isVersioned()
                ? typed(relations)
                : typed(relations) + " qualify rank() over (partition by _key order by _source_time desc) = 1";
    }

    /** A version that the source itself gives is part of what it says; one that we made of the window is not. */
    private boolean isVersioned() {
        return mapping.field(FeedMapping.SOURCE_TIME).isPresent();
    }

    /** What the records say, whatever the bytes of their file: their number, and sums of both halves of their MD5. */
    String digest(String records) {
        return "select count(*) || ':' || coalesce(sum(cast(h & 9223372036854775807 as bigint)), 0) || ':'"
                + " || coalesce(sum(cast(h >> 65 as bigint)), 0) from (select md5_number("
                + texts(columns.keySet().stream().map(Sql::identifier).toList()) + ") as h from " + records + ")";
    }

    static String timestamp(HourWindow window) {
        return "timestamp "
                + literal(window.start().toString().replace("T", " ").replace("Z", ""));
    }

    private static String isGone(Collection<HourWindow> gone) {
        return gone.isEmpty()
                ? "false"
                : gone.stream().map(CurrentSql::timestamp).collect(Collectors.joining(", ", "_window in (", ")"));
    }

    private String content() {
        List<String> parts = new ArrayList<>(List.of("_said", NormalizedColumns.WARNINGS));
        if (isVersioned()) {
            parts.add(NormalizedColumns.SOURCE_TIME);
        }
        mapping.columns().forEach(field -> parts.add(identifier(field.canonical())));
        return "md5(" + texts(parts) + ")";
    }

    private static String texts(List<String> values) {
        return values.stream()
                .map(value -> "coalesce(cast(" + value + " as varchar), chr(30))")
                .collect(Collectors.joining(", ", "concat_ws(chr(31), ", ")"));
    }

    /** A key that the newest full list leaves out is gone, where the contract says so. */
    private String select(HourWindow newest) {
        String gone = "case when _seen < " + timestamp(newest) + " then 'D' else _said end";
        return columns.keySet().stream()
                .map(name -> switch (name) {
                    case NormalizedColumns.OPERATION -> (absence ? gone : "_said") + " as " + name;
                    case LISTED -> "_said as " + name;
                    default -> identifier(name);
                })
                .collect(Collectors.joining(", ", "select ", ""));
    }

    /** Fixes names and types, so that files of older mappings fit. */
    private String typed(List<String> relations) {
        String nothing = columns.entrySet().stream()
                .map(column -> "cast(null as " + column.getValue() + ") as " + identifier(column.getKey()))
                .collect(Collectors.joining(", ", "select ", " where false"));
        return columns.entrySet().stream()
                .map(column -> "try_cast(" + identifier(column.getKey()) + " as " + column.getValue() + ") as "
                        + identifier(column.getKey()))
                .collect(Collectors.joining(
                        ", ",
                        "select ",
                        " from (" + nothing + " union all by name " + String.join(" union all by name ", relations)
                                + ")"));
    }

    private Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        NormalizedColumns.ALL.forEach(name -> columns.put(name, ENVELOPE.getOrDefault(name, "VARCHAR")));
        for (MappedField field : mapping.columns()) {
            columns.put(field.canonical(), field.type().columnType());
        }
        columns.put(NormalizedColumns.WINDOW, "TIMESTAMP");
        columns.put(NormalizedColumns.MAPPING, "VARCHAR");
        if (absence) {
            columns.put(LISTED, "VARCHAR");
        }
        return columns;
    }
}

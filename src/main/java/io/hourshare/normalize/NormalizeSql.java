package io.hourshare.normalize;

import static io.hourshare.engine.Sql.identifier;
import static io.hourshare.engine.Sql.literal;

import io.hourshare.contract.LogicalType;
import io.hourshare.kernel.HourWindow;
import io.hourshare.normalize.convert.MappedField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The SELECTs generated from one feed's mapping: the rules' answers into typed columns with a verdict, then the
 * accepted and the quarantined apart.
 */
final class NormalizeSql {

    static final String DECODED = "decoded_object";
    static final String EXPLANATION = "explanation_of";
    static final String TITLE = "title_of";

    static final String KEY_EXCERPT = "masked_key";

    private static final String KEYLESS = "coalesce(replace(_key_text, '|', '') = '', false)";

    private final FeedMapping mapping;
    private final HourWindow window;
    private final String object;
    private final List<MappedField> columns;

    NormalizeSql(FeedMapping mapping, HourWindow window, String object) {
        this.mapping = mapping;
        this.window = window;
        this.object = object;
        this.columns = mapping.columns();
    }

    /** Fills the table {@code judged}: one row a decoded record, with {@code verdict} accept, quarantine or drop. */
    String judge() {
        String columnNames = columns.stream()
                .map(column -> ", " + identifier(column.canonical()))
                .collect(Collectors.joining());
        return "create temp table judged as with valued as (select *, " + String.join(", ", valued())
                + " from " + DECODED + "()), keyed as (select *, " + key() + " as _key_text from valued) "
                + "select _ordinal, _offset, _length, _row, _sheet, _cells, _problem, _op, _source_time, _excerpt, "
                + verdict() + " as verdict, _blocks, _notes, " + KEYLESS + " as _keyless, "
                + keyOrHash() + " as _key, " + hash() + " as _hash" + columnNames + " from keyed";
    }

    /** The accepted records with their envelope, ordered by their place. */
    String accepted() {
        List<String> select = new ArrayList<>();
        select.add("_key, _hash, _op, _source_time, " + literal(object) + " as _object, _offset, _length, _sheet");
        select.add("_row, _cells, _ordinal, '[' || _notes || ']' as _warnings");
        columns.forEach(column -> select.add(identifier(column.canonical())));
        return "select " + String.join(", ", select) + " from judged where verdict = 'accept' order by _ordinal";
    }

    /** The quarantined records with reason, explanation and masked excerpt, ordered by their place. */
    String quarantined() {
        return "with faulty as (select *, "
                + "case when _problem is null then '[' || concat_ws(',', _blocks, _notes, "
                + "case when _keyless then '{\"field\":\"\",\"reason\":\"MISSING_KEY\",\"raw\":\"\"}' end) || ']' "
                + "else json_array(json_object('field', '', 'reason', split_part(_problem, ' ', 1), 'raw', '')) end "
                + "as details from judged where verdict = 'quarantine'), "
                + "reasoned as (select *, json_extract_string(details, '$[0].reason') as reason, "
                + "json_extract_string(details, '$[0].field') as field from faulty) "
                + "select " + literal(mapping.feed().id().toString()) + " as feed, "
                + literal(window.label()) + " as \"window\", " + literal(object) + " as object, "
                + "_offset as \"offset\", _length as length, _sheet as sheet, _row as row, _ordinal as ordinal, "
                + "reason, " + EXPLANATION + "(reason) as explanation, field, " + TITLE + "(field) as field_title, "
                + "case when _problem is null then _excerpt else substr(_problem, strpos(_problem, ' ') + 1) end "
                + "as excerpt, " + KEY_EXCERPT + "(_key) as record_key, cast(details as varchar) as details "
                + "from reasoned order by _ordinal";
    }

    private List<String> valued() {
        List<String> select = new ArrayList<>();
        for (MappedField column : columns) {
            select.add(cast(raw(column), column.type()) + " as " + identifier(column.canonical()));
        }
        select.add(mapping.field(FeedMapping.OPERATION)
                        .map(field -> "coalesce(" + raw(field) + ", 'U')")
                        .orElse("'U'") + " as _op");
        String end =
                "timestamp " + literal(window.end().toString().replace("T", " ").replace("Z", ""));
        select.add(mapping.field(FeedMapping.SOURCE_TIME)
                        .map(field -> "coalesce(" + cast(raw(field), LogicalType.TIMESTAMP) + ", " + end + ")")
                        .orElse(end)
                + " as _source_time");
        return select;
    }

    private String verdict() {
        return "case when _drop is not null then 'drop' when _problem is not null or " + KEYLESS
                + " or _key_block is not null "
                + "or _blocks is not null and _op <> 'D' then 'quarantine' else 'accept' end";
    }

    private String key() {
        if (mapping.key().isEmpty()) {
            return "cast(null as varchar)";
        }
        return mapping.key().entrySet().stream()
                .map(part -> "coalesce(" + String.join(", ", keyParts(part.getKey(), part.getValue())) + ", '')")
                .collect(Collectors.joining(" || '|' || "));
    }

    private List<String> keyParts(String source, Optional<MappedField> field) {
        return field.isEmpty()
                ? List.of("trim(" + identifier(keyName(source)) + ")")
                : mapping.keyValues(source).stream().map(NormalizeSql::raw).toList();
    }

    private String keyOrHash() {
        return mapping.key().isEmpty() ? hash() : "_key_text";
    }

    private String hash() {
        return columns.stream()
                .map(column -> "coalesce(" + raw(column) + ", chr(30))")
                .collect(Collectors.joining(", ", "md5(concat_ws(chr(31), _op, cast(_source_time as varchar), ", "))"));
    }

    private static String cast(String value, LogicalType type) {
        return type == LogicalType.STRING ? value : "try_cast(" + value + " as " + type.columnType() + ")";
    }

    /** Column with a rule's value as text. */
    static String rawName(MappedField field) {
        return "raw " + field.canonical();
    }

    /** Column with a key field that no rule maps. */
    static String keyName(String source) {
        return "key " + source;
    }

    private static String raw(MappedField field) {
        return identifier(rawName(field));
    }
}

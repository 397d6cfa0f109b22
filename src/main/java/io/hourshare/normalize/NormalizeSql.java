package io.hourshare.normalize;

import static io.hourshare.engine.Sql.identifier;
import static io.hourshare.engine.Sql.literal;

import io.hourshare.contract.LogicalType;
import io.hourshare.kernel.HourWindow;
import io.hourshare.normalize.convert.MappedField;
import java.util.ArrayList;
import java.util.List;

/** The SELECTs generated from one feed's mapping: the rules' answers into typed columns, and what is wrong told. */
final class NormalizeSql {

    static final String DECODED = "decoded_object";
    static final String SET_ASIDE = "set_aside";
    static final String EXPLANATION = "explanation_of";
    static final String TITLE = "title_of";

    static final String KEY_EXCERPT = "masked_key";

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

    /** The accepted records with their envelope, in their order. */
    String accepted() {
        List<String> select = new ArrayList<>();
        select.add("_key, _hash, _op, try_cast(_source_time as timestamp) as _source_time");
        select.add(literal(object) + " as _object, _offset, _length, _sheet");
        select.add("_row, _cells, _ordinal, '[' || _notes || ']' as _warnings");
        select.addAll(values());
        return "select " + String.join(", ", select) + " from " + DECODED + "()";
    }

    /** The quarantined records with reason, explanation and masked excerpt, in their order. */
    String quarantined() {
        return "with faulty as (select *, "
                + "case when _problem is null then '[' || concat_ws(',', _blocks, _notes, case when _keyless is not null "
                + "then '{\"field\":\"\",\"reason\":\"MISSING_KEY\",\"raw\":\"\"}' end) || ']' "
                + "else json_array(json_object('field', '', 'reason', split_part(_problem, ' ', 1), 'raw', '')) end "
                + "as details from " + SET_ASIDE + "()), "
                + "reasoned as (select *, json_extract_string(details, '$[0].reason') as reason, "
                + "json_extract_string(details, '$[0].field') as field from faulty) "
                + "select " + literal(mapping.feed().id().toString()) + " as feed, "
                + literal(window.label()) + " as \"window\", " + literal(object) + " as object, "
                + "_offset as \"offset\", _length as length, _sheet as sheet, _row as row, _ordinal as ordinal, "
                + "reason, " + EXPLANATION + "(reason) as explanation, field, " + TITLE + "(field) as field_title, "
                + "case when _problem is null then _excerpt else substr(_problem, strpos(_problem, ' ') + 1) end "
                + "as excerpt, " + KEY_EXCERPT + "(_key) as record_key, cast(details as varchar) as details "
                + "from reasoned";
    }

    /** The rows of a table function with their verdict, for a closer look. */
    String judged(String rows, String verdict) {
        return "select _ordinal, _offset, _row, _key, " + literal(verdict) + " as verdict, _notes, _source_time, _op, "
                + (verdict.equals("accept") ? "''" : reason()) + " as reason, "
                + String.join(", ", values()) + " from " + rows + "()";
    }

    private static String reason() {
        return "case when _problem is not null then split_part(_problem, ' ', 1) "
                + "else coalesce(json_extract_string('[' || _blocks || ']', '$[0].reason'), 'MISSING_KEY') end";
    }

    private List<String> values() {
        return columns.stream()
                .map(column ->
                        cast(identifier(rawName(column)), column.type()) + " as " + identifier(column.canonical()))
                .toList();
    }

    private static String cast(String value, LogicalType type) {
        return type == LogicalType.STRING ? value : "try_cast(" + value + " as " + type.columnType() + ")";
    }

    /** Column with a rule's value as text. */
    static String rawName(MappedField field) {
        return "raw " + field.canonical();
    }
}

package io.hourshare.normalize;

import io.hourshare.normalize.convert.FieldRule;
import io.hourshare.normalize.convert.MappedField;
import io.hourshare.normalize.convert.Rules;
import io.hourshare.normalize.decode.Layout;
import io.hourshare.normalize.decode.RowConversion;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs a feed's rules over decoded rows where they are decoded: handing every field to the database as text, back to
 * Java for its rule and back again costs several times the rule.
 *
 * <p>Columns: the value of each mapped field, the key fields that no rule maps, and what {@link RowFaults} found.
 */
final class MappedRows implements RowConversion {

    private final List<FieldRule> rules;
    private final List<Column> columns = new ArrayList<>();
    private final int[] keyColumns;
    private final List<String> names = new ArrayList<>();
    private final Function<@Nullable String[], String> excerpt;

    /** Which fields one rule is called with. */
    private record Column(FieldRule rule, int[] fields) {}

    private MappedRows(
            FeedMapping mapping, List<FieldRule> rules, Layout layout, Function<@Nullable String[], String> excerpt) {
        this.rules = rules;
        this.excerpt = excerpt;
        List<String> sources =
                layout.columns().stream().map(Layout.Column::name).toList();
        for (FieldRule rule : rules) {
            MappedField field = rule.field();
            int[] fields = field.arguments().stream().mapToInt(sources::indexOf).toArray();
            columns.add(new Column(rule, fields));
            names.add(NormalizeSql.rawName(field));
        }
        List<Integer> keys = new ArrayList<>();
        mapping.key().forEach((source, field) -> {
            if (field.isEmpty()) {
                keys.add(sources.indexOf(source));
                names.add(NormalizeSql.keyName(source));
            }
        });
        keyColumns = keys.stream().mapToInt(Integer::intValue).toArray();
        names.addAll(RowFaults.COLUMNS);
    }

    /** The feed's rows, once the units are known that an object's header states. */
    static Function<Map<String, String>, RowConversion> by(
            FeedMapping mapping, Rules rules, Layout layout, Instant landedAt) {
        return units -> new MappedRows(
                mapping, mapping.rules(rules, units, landedAt), layout, ExcerptRules.excerpts(mapping, layout));
    }

    @Override
    public List<String> columns() {
        return List.copyOf(names);
    }

    @Override
    public Share share() {
        List<RuleMemory> memories = columns.stream()
                .map(column -> new RuleMemory(column.rule(), column.fields()))
                .toList();
        return (fields, converted, damaged, rows) -> {
            RowFaults faults = new RowFaults(rows);
            for (int i = 0; i < memories.size(); i++) {
                memories.get(i).convert(fields, converted[i], damaged, rows);
                faults.takeFrom(converted[i], rules.get(i).field().key());
            }
            for (int i = 0; i < keyColumns.length; i++) {
                System.arraycopy(fields[keyColumns[i]], 0, converted[rules.size() + i], 0, rows);
            }
            faults.writeTo(converted, rules.size() + keyColumns.length, row -> excerpt(fields, row));
        };
    }

    private byte[] excerpt(byte[][][] fields, int row) {
        @Nullable String[] values = new String[fields.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = fields[i][row] == null ? null : new String(fields[i][row], StandardCharsets.UTF_8);
        }
        return excerpt.apply(values).getBytes(StandardCharsets.UTF_8);
    }
}

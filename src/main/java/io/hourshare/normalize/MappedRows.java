package io.hourshare.normalize;

import io.hourshare.kernel.HourWindow;
import io.hourshare.normalize.convert.FieldRule;
import io.hourshare.normalize.convert.MappedField;
import io.hourshare.normalize.convert.Rules;
import io.hourshare.normalize.decode.layout.Layout;
import io.hourshare.normalize.decode.row.RowChunk;
import io.hourshare.normalize.decode.row.RowConversion;
import io.hourshare.normalize.fault.Reason;
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
 * <p>Columns: the value of each mapped field, then {@link RowJudge#COLUMNS}.
 */
final class MappedRows implements RowConversion {

    private final List<FieldRule> rules;
    private final List<int[]> arguments = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final RowJudge.Places places;
    private final Function<@Nullable String[], String> excerpt;
    private final RowTally tally;

    private MappedRows(FeedMapping mapping, List<FieldRule> rules, Layout layout, HourWindow window, RowTally tally) {
        this.rules = rules;
        this.tally = tally;
        this.excerpt = ExcerptRules.excerpts(mapping, layout);
        List<String> sources =
                layout.columns().stream().map(Layout.Column::name).toList();
        for (FieldRule rule : rules) {
            MappedField field = rule.field();
            arguments.add(field.arguments().stream().mapToInt(sources::indexOf).toArray());
            names.add(NormalizeSql.rawName(field));
        }
        places = RowJudge.Places.of(mapping, sources, window);
        names.addAll(RowJudge.COLUMNS);
    }

    /** The feed's rows, once the units are known that an object's header states. */
    static Function<Map<String, String>, RowConversion> by(
            FeedMapping mapping, Rules rules, Layout layout, HourWindow window, Instant landedAt, RowTally tally) {
        return units -> new MappedRows(mapping, mapping.rules(rules, units, landedAt), layout, window, tally);
    }

    @Override
    public List<String> columns() {
        return List.copyOf(names);
    }

    @Override
    public Share share() {
        List<RuleMemory> memories = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            memories.add(new RuleMemory(rules.get(i), arguments.get(i)));
        }
        RowJudge judge = new RowJudge(places, excerpt, tally);
        return chunk -> convert(chunk, memories, judge);
    }

    private void convert(RowChunk chunk, List<RuleMemory> memories, RowJudge judge) {
        RowFaults faults = new RowFaults(chunk.rows());
        for (int i = 0; i < memories.size(); i++) {
            memories.get(i).convert(chunk.fields(), chunk.converted()[i], chunk.damaged(), chunk.rows());
            faults.takeFrom(chunk.converted()[i], rules.get(i).field().key());
        }
        for (int row = 0; row < chunk.rows(); row++) {
            Reason note = chunk.notes()[row];
            if (note != null) {
                faults.note(row, note);
            }
        }
        judge.judge(chunk, faults, memories.size());
    }
}

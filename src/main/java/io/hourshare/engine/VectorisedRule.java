package io.hourshare.engine;

import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;
import org.duckdb.DuckDBScalarFunction;
import org.duckdb.DuckDBWritableVector;
import org.jspecify.annotations.Nullable;

/** Calls a rule for each row of a chunk. */
final class VectorisedRule implements DuckDBScalarFunction {

    private final Meaning<ScalarRule> meaning;

    VectorisedRule(Meaning<ScalarRule> meaning) {
        this.meaning = meaning;
    }

    @Override
    public void apply(DuckDBDataChunkReader input, DuckDBWritableVector output) {
        ScalarRule rule = meaning.get();
        DuckDBReadableVector[] vectors = new DuckDBReadableVector[rule.parameters()];
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = input.vector(i);
        }
        @Nullable String[] arguments = new @Nullable String[vectors.length];
        for (long row = 0; row < input.rowCount(); row++) {
            for (int i = 0; i < vectors.length; i++) {
                arguments[i] = vectors[i].isNull(row) ? null : vectors[i].getString(row);
            }
            String result = rule.apply(arguments);
            if (result == null) {
                output.setNull(row);
            } else {
                output.setString(row, result);
            }
        }
    }
}

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
        @Nullable String[] results = new @Nullable String[(int) input.rowCount()];
        for (int row = 0; row < results.length; row++) {
            for (int i = 0; i < vectors.length; i++) {
                arguments[i] = vectors[i].isNull(row) ? null : vectors[i].getString(row);
            }
            results[row] = rule.apply(arguments);
        }
        output.setStrings(0, results); // one call into the library for all rows; null stands for null
    }
}

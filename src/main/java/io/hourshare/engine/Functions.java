package io.hourshare.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBScalarFunctionBuilder;
import org.duckdb.DuckDBTableFunctionBuilder;

/**
 * What one instance calls in Java. A name is told to the instance once and leads to whatever was registered under it last,
 * so that the next session on the instance may give it another meaning; until it does, calling it fails.
 */
final class Functions {

    private final int threads;
    private final Map<String, Meaning<ScalarRule>> rules = new ConcurrentHashMap<>();
    private final Map<String, Meaning<TableSource>> tables = new ConcurrentHashMap<>();

    Functions(int threads) {
        this.threads = threads;
    }

    void register(Connection connection, ScalarRule rule) throws SQLException {
        String name = rule.name() + "/" + rule.parameters();
        Meaning<ScalarRule> known = rules.get(name);
        if (known != null) {
            known.set(rule);
            return;
        }
        Meaning<ScalarRule> meaning = new Meaning<>(rule);
        try (DuckDBScalarFunctionBuilder function = DuckDBFunctions.scalarFunction()) {
            function.withName(rule.name()).withReturnType(DuckDBColumnType.VARCHAR);
            for (int i = 0; i < rule.parameters(); i++) {
                function.withParameter(DuckDBColumnType.VARCHAR);
            }
            function.withVectorizedFunction(new VectorisedRule(meaning)).register(connection);
        }
        rules.put(name, meaning);
    }

    void register(Connection connection, String name, TableSource source) throws SQLException {
        Meaning<TableSource> known = tables.get(name);
        if (known != null) {
            known.set(source);
            return;
        }
        Meaning<TableSource> meaning = new Meaning<>(source);
        try (DuckDBTableFunctionBuilder function = DuckDBFunctions.tableFunction()) {
            function.withName(name)
                    .withFunction(new TableAdapter(meaning, threads))
                    .register(connection);
        }
        tables.put(name, meaning);
    }

    /** Nothing that one session registered may answer the next. */
    void forget() {
        rules.values().forEach(Meaning::forget);
        tables.values().forEach(Meaning::forget);
    }
}

package io.hourshare.engine;

import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;

/** Lets DuckDB scan a {@link TableSource}. */
final class TableAdapter implements DuckDBTableFunction<TableSource, TableSource, TableSource.Filling> {

    private final Meaning<TableSource> meaning;
    private final int threads;

    TableAdapter(Meaning<TableSource> meaning, int threads) {
        this.meaning = meaning;
        this.threads = threads;
    }

    @Override
    public TableSource bind(DuckDBTableFunctionBindInfo info) {
        TableSource source = meaning.get();
        source.numbers().forEach(name -> info.addResultColumn(name, DuckDBColumnType.BIGINT));
        source.texts().forEach(name -> info.addResultColumn(name, DuckDBColumnType.VARCHAR));
        return source;
    }

    @Override
    public TableSource init(DuckDBTableFunctionInitInfo info) {
        TableSource source = meaning.get();
        info.setMaxThreads(source.parallel() ? threads : 1);
        return source;
    }

    @Override
    public TableSource.Filling localInit(DuckDBTableFunctionInitInfo info) {
        return meaning.get().filling();
    }

    @Override
    public long apply(DuckDBTableFunctionCallInfo call, DuckDBDataChunkWriter writer) throws Exception {
        TableSource.Filling filling = call.getLocalInitData();
        return filling.fill(new TableChunk(writer));
    }
}

package io.hourshare.verify.law;

import io.hourshare.engine.Sql;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Parquet files as a relation of SQL. */
public final class Parquet {

    private Parquet() {}

    public static String of(Subject subject, List<String> paths) {
        return paths.stream()
                .map(subject::resolve)
                .map(Path::toString)
                .map(Sql::literal)
                .collect(Collectors.joining(
                        ", ", "read_parquet([", "], union_by_name = true, hive_partitioning = false)"));
    }
}

package io.hourshare.resolve.evaluate;

import io.hourshare.engine.Session;
import io.hourshare.engine.Sql;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A CSV file of the evaluate command with the names of its first line.
 *
 * @param columns in their order; one that is named twice or in no plain word has a name of its place
 */
record EvaluationFile(Path path, List<String> columns) {

    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]*");
    private static final String FUNCTION = "evaluation_file";

    /** @throws IllegalArgumentException where it is not there or not UTF-8 */
    static EvaluationFile open(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new IllegalArgumentException("没有文件 " + path + "。请核对路径。");
        }
        return new EvaluationFile(path, named(CsvRows.first(path)));
    }

    /** @throws IllegalArgumentException where it lacks one of the columns */
    EvaluationFile require(String... required) {
        List<String> missing =
                Arrays.stream(required).filter(column -> !has(column)).toList();
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(
                    "文件 " + name() + " 缺少列 " + String.join("、", missing) + "。请在首行写明列名，文件用 UTF-8 编码、逗号分隔。");
        }
        return this;
    }

    /** Names in the first line, without the mark that some programs put in front. */
    private static List<String> named(List<String> names) {
        Set<String> columns = new LinkedHashSet<>();
        for (String name : names) {
            String plain = name.replace("\uFEFF", "").replace("\"", "").strip().toLowerCase(Locale.ROOT);
            if (!WORD.matcher(plain).matches() || plain.equals(CsvRows.LINE) || !columns.add(plain)) {
                columns.add("unknown_" + columns.size());
            }
        }
        return List.copyOf(columns);
    }

    String name() {
        return path.getFileName().toString();
    }

    boolean isEmpty() {
        return columns.isEmpty();
    }

    boolean has(String column) {
        return columns.contains(column);
    }

    /** Makes a table of the rows, with the line that each begins in. */
    void read(Session session, String table) {
        CsvRows rows = new CsvRows(path, columns);
        session.register(FUNCTION, rows);
        rows.during(() -> session.execute(
                "create or replace table " + Sql.identifier(table) + " as select * from " + FUNCTION + "()"));
    }
}

package io.hourshare.resolve.evaluate;

import io.hourshare.engine.Sql;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A CSV file of the evaluate command with the names of its first line.
 *
 * @param columns in their order; one that is named twice or in no plain word has a name of its place
 */
record EvaluationFile(Path path, List<String> columns) {

    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]*");

    private static final int MOST_LEFT_OVER = 8;

    /** @throws IllegalArgumentException where it is not there or not UTF-8 */
    static EvaluationFile open(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new IllegalArgumentException("没有文件 " + path + "。请核对路径。");
        }
        return new EvaluationFile(path, header(path));
    }

    /** @throws IllegalArgumentException where it lacks one of the columns */
    EvaluationFile require(String... required) {
        List<String> missing =
                Arrays.stream(required).filter(column -> !has(column)).toList();
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(
                    "文件 " + path.getFileName() + " 缺少列 " + String.join("、", missing) + "。请在首行写明列名，文件用 UTF-8 编码、逗号分隔。");
        }
        return this;
    }

    /** Names in the first line, without the mark that some programs put in front. */
    private static List<String> header(Path path) {
        try (BufferedReader reader = Files.newBufferedReader(path)) {
            String line = reader.readLine();
            return line == null ? List.of() : named(line.replace("\uFEFF", "").split(",", -1));
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("文件 " + path.getFileName() + " 不是 UTF-8 编码（可能是 GBK）。请另存为 UTF-8 后再试。", e);
        } catch (IOException e) {
            throw new UncheckedIOException("文件不能读取：" + path, e);
        }
    }

    private static List<String> named(String[] names) {
        Set<String> columns = new LinkedHashSet<>();
        for (String name : names) {
            String plain = name.replace("\"", "").strip();
            if (!WORD.matcher(plain).matches() || !columns.add(plain)) {
                columns.add("unknown_" + columns.size());
            }
        }
        return List.copyOf(columns);
    }

    boolean isEmpty() {
        return columns.isEmpty();
    }

    boolean has(String column) {
        return columns.contains(column);
    }

    /** As a table function; a row may have fewer fields than the header, or a few more: what is left over is not looked at. */
    String rows() {
        Stream<String> leftOver =
                Stream.iterate(0, i -> i + 1).limit(MOST_LEFT_OVER).map(i -> "left_over_" + i);
        return "read_csv(" + Sql.literal(path.toString())
                + ", auto_detect = false, header = false, skip = 1, delim = ',', "
                + "quote = '\"', escape = '\"', strict_mode = false, null_padding = true, parallel = false, columns = {"
                + Stream.concat(columns.stream(), leftOver)
                        .map(name -> "'" + name + "': 'VARCHAR'")
                        .collect(Collectors.joining(", "))
                + "})";
    }
}

package io.hourshare.contract.internal;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.hourshare.contract.CodeList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a code list: comment lines {@code # key: value} that say where it comes from, column names, rows. */
final class CodeListReader {

    private final Problems problems;

    CodeListReader(Problems problems) {
        this.problems = problems;
    }

    Optional<CodeList> read(String name, String path, String text) {
        Map<String, String> header = header(text);
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .commentStrategy(CommentStrategy.SKIP)
                .detectBomHeader(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text)) {
            List<CsvRecord> lines = csv.stream().toList();
            if (lines.isEmpty()) {
                problems.error(path, Place.FILE, "CODE_LIST_EMPTY", "对照表没有列名行", "第一行写列名，如 word,code,title");
                return Optional.empty();
            }
            List<String> columns = lines.get(0).getFields();
            List<Map<String, String>> rows = rows(path, columns, lines.subList(1, lines.size()));
            return Optional.of(new CodeList(
                    name, header.getOrDefault("title", name), header.getOrDefault("origin", ""), columns, rows));
        } catch (java.io.IOException | CsvParseException e) {
            problems.error(path, Place.FILE, "CSV_SYNTAX", "不是合法的 CSV：" + e.getMessage(), "检查引号是否成对");
            return Optional.empty();
        }
    }

    private List<Map<String, String>> rows(String path, List<String> columns, List<CsvRecord> lines) {
        List<Map<String, String>> rows = new ArrayList<>();
        Map<String, String> codes = new HashMap<>();
        for (CsvRecord line : lines) {
            if (line.getFieldCount() != columns.size()) {
                problems.error(
                        path,
                        new Place((int) line.getStartingLineNumber(), 1),
                        "COLUMNS_DIFFER",
                        "这一行有 " + line.getFieldCount() + " 列，表头有 " + columns.size() + " 列",
                        "补齐或删去逗号；值里有逗号的加双引号");
                continue;
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                row.put(columns.get(i), line.getField(i));
            }
            rows.add(row);
            String word = row.getOrDefault("word", "");
            String code = row.getOrDefault("code", "");
            String earlier = codes.putIfAbsent(word, code);
            if (columns.contains("word") && earlier != null && !earlier.equals(code)) {
                problems.error(
                        path,
                        new Place((int) line.getStartingLineNumber(), 1),
                        "CODE_REPEATED",
                        "写法 '" + word + "' 对照到两个代码：" + earlier + " 与 " + code,
                        "一种写法只留一个代码");
            }
        }
        return rows;
    }

    private static Map<String, String> header(String text) {
        Map<String, String> header = new LinkedHashMap<>();
        for (String line : text.lines().takeWhile(one -> one.startsWith("#")).toList()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                header.put(
                        line.substring(1, colon).trim(),
                        line.substring(colon + 1).trim());
            }
        }
        return header;
    }
}

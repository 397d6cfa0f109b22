package io.hourshare.publish;

import io.hourshare.engine.Engine;
import io.hourshare.engine.Session;
import io.hourshare.engine.Sql;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;

/**
 * Writes tables or questions of the analysts' file as a workbook: codes stay text, each sheet has a filtered header, a
 * dictionary and a page with source and time follow. Rows are written as they are read.
 */
@Component
public final class AnalystWorkbook {

    /** A sheet holds this many rows beside its header. */
    private static final int MOST_ROWS = 1_048_575;

    private static final int FLUSHED = 1_000;
    private static final BigDecimal EXACT = BigDecimal.TEN.pow(15);

    private final Engine engine;

    public AnalystWorkbook(Engine engine) {
        this.engine = engine;
    }

    /** A column of a sheet: how it is read, its heading and whether its values are numbers. */
    private record Column(String expression, String heading, boolean number) {}

    /** Tables that the file explains, by name, with their Chinese titles. */
    public Map<String, String> tables(Path analyst) {
        try (Session session = engine.openReadOnly(analyst)) {
            Map<String, String> tables = new LinkedHashMap<>();
            session.query(
                    "select distinct dict.table_name, coalesce(duckdb_tables.comment, '') from dict inner join"
                            + " duckdb_tables() on duckdb_tables.table_name = dict.table_name order by 1",
                    row -> tables.put(row.getString(1), row.getString(2)));
            return tables;
        }
    }

    /** Writes whole tables, a sheet each; their names must be among {@link #tables}. */
    public void write(Path analyst, List<String> tables, OutputStream out) throws IOException {
        Map<String, String> selects = new LinkedHashMap<>();
        tables.forEach(table -> selects.put(table, "select * from main." + Sql.identifier(table)));
        sheets(analyst, selects, out);
    }

    /** Writes the answer to one question. */
    public void answer(Path analyst, String title, String question, OutputStream out) throws IOException {
        sheets(analyst, Map.of(title, question.strip().replaceAll(";\\s*$", "")), out);
    }

    private void sheets(Path analyst, Map<String, String> selects, OutputStream out) throws IOException {
        try (Session session = engine.openReadOnly(analyst);
                Workbook book = new Workbook(out, "hourshare", "1.0")) {
            for (Map.Entry<String, String> select : selects.entrySet()) {
                sheet(book, session, select.getKey(), select.getValue());
            }
            List<String> named = selects.keySet().stream().map(Sql::literal).toList();
            sheet(
                    book,
                    session,
                    "字典",
                    "select table_name as 表, column_name as 列, title as 名称, unit as 单位, data_type as 类型,"
                            + " description as 说明 from dict where table_name in (" + String.join(", ", named) + ")"
                            + " order by table_name, column_name");
            sheet(
                    book,
                    session,
                    "来源与时间",
                    "select key as 项目, value as 内容 from meta union all"
                            + " select '说明', '代码、编号与日期均为文本；时间为北京时间；不含受限与个人信息列'");
        }
    }

    private static void sheet(Workbook book, Session session, String name, String select) throws IOException {
        List<Column> columns = columns(session, select);
        Worksheet sheet = book.newWorksheet(name.length() > 31 ? name.substring(0, 31) : name);
        for (int column = 0; column < columns.size(); column++) {
            sheet.width(column, Math.max(12, columns.get(column).heading().length() * 2.2));
            sheet.inlineString(0, column, columns.get(column).heading());
        }
        sheet.freezePane(0, 1);
        List<String> expressions = columns.stream().map(Column::expression).toList();
        int[] rows = {0};
        session.query(
                "select " + String.join(", ", expressions) + " from (" + select + ") as answer limit " + MOST_ROWS,
                row -> row(sheet, columns, row, ++rows[0]));
        sheet.setAutoFilter(0, 0, rows[0], Math.max(0, columns.size() - 1));
        sheet.finish();
    }

    private static boolean row(Worksheet sheet, List<Column> columns, ResultSet values, int row) throws SQLException {
        for (int column = 0; column < columns.size(); column++) {
            String text = values.getString(column + 1);
            if (text != null && columns.get(column).number()) {
                number(sheet, row, column, new BigDecimal(text));
            } else if (text != null) {
                sheet.inlineString(row, column, text);
            }
        }
        try {
            if (row % FLUSHED == 0) {
                sheet.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return true;
    }

    /** A spreadsheet keeps fifteen digits: longer numbers go as text. */
    private static void number(Worksheet sheet, int row, int column, BigDecimal number) {
        if (number.abs().compareTo(EXACT) >= 0) {
            sheet.inlineString(row, column, number.toPlainString());
        } else {
            BigDecimal plain = number.stripTrailingZeros();
            sheet.value(row, column, plain.scale() < 0 ? plain.setScale(0) : plain);
        }
    }

    private static List<Column> columns(Session session, String select) {
        Map<String, String> titles = new LinkedHashMap<>();
        session.query(
                "select column_name, min(title) from dict where title is not null group by column_name"
                        + " having count(distinct title) = 1",
                row -> titles.put(row.getString(1), row.getString(2)));
        List<Column> columns = new ArrayList<>();
        session.query("describe " + select, row -> {
            String name = row.getString(1);
            return columns.add(column(name, titles.getOrDefault(name, name), row.getString(2)));
        });
        return columns;
    }

    private static Column column(String name, String heading, String type) {
        String value = Sql.identifier(name);
        boolean number =
                type.startsWith("DECIMAL") || type.endsWith("INT") || type.equals("INTEGER") || type.equals("DOUBLE");
        String expression = switch (type) {
            case "TIMESTAMP" -> "strftime(" + value + " + interval 8 hour, '%Y-%m-%d %H:%M:%S')";
            case "BOOLEAN" -> "case when " + value + " then '是' when not " + value + " then '否' end";
            default -> "cast(" + value + " as varchar)";
        };
        return new Column(expression, heading, number);
    }
}

package io.hourshare.resolve;

import io.hourshare.engine.Session;
import io.hourshare.engine.Sql;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The evaluate command's CSV files as the relations that the models read. */
final class EvaluationFiles {

    /** File of the department that lists the enterprises. */
    private static final String REGISTER = "market";

    private static final String REGISTER_FEED = "market-regulation.registration";
    private static final String KEY = "record_id";
    private static final List<String> COLUMNS = List.of(
            KEY,
            "name",
            "former_names",
            "uscc",
            "org_code",
            "reg_no",
            "tax_id",
            "address",
            "region_code",
            "legal_rep",
            "status",
            "updated_at");

    /** Columns of the decisions' and the updates' files. */
    private static final Set<String> FURTHER =
            Set.of("department", "decision", "department_1", "record_id_1", "department_2", "record_id_2");

    private static final int MOST_LEFT_OVER = 8;

    private static final String SOURCE = """
            create or replace view er_source as
            select feed, record_id as record_key, try_cast(updated_at as timestamp) as observed_at, false as in_roster,
                name as ent_name, former_names, cast(null as varchar) as former_until, uscc, org_code, reg_no, tax_id as taxpayer_id, address, region_code,
                legal_rep, status, cast(null as varchar) as park_status
            from source""";

    private final Session session;

    EvaluationFiles(Session session) {
        this.session = session;
    }

    void records(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> departments = files.filter(file -> file.toString().endsWith(".csv"))
                    .filter(file -> !file.getFileName().toString().equals("truth.csv"))
                    .sorted()
                    .toList();
            if (departments.isEmpty()) {
                throw new IllegalArgumentException("目录中没有 CSV 文件：" + folder + "。请放入 market.csv、tax.csv 等，每个部门一个文件。");
            }
            session.execute("create or replace table source as "
                    + departments.stream().map(this::department).collect(Collectors.joining(" union all ")));
            session.execute(SOURCE);
        } catch (IOException e) {
            throw new UncheckedIOException("目录不能读取：" + folder, e);
        }
    }

    /** Records of the same department and id are replaced, others are added. */
    void updates(Path file) {
        session.execute("create or replace table changed as select " + feed("department") + " as feed, department, "
                + columns(file) + " from " + csv(file));
        session.execute("delete from source where exists (select 1 from changed "
                + "where changed.department = source.department and changed.record_id = source.record_id)");
        session.execute("insert into source select * from changed");
    }

    void decisions(@Nullable Path file) {
        String select = file == null
                ? "select '' as decision, '' as feed_1, '' as key_1, '' as feed_2, '' as key_2 where false"
                : "select distinct decision, " + feed("department_1") + " as feed_1, record_id_1 as key_1, "
                        + feed("department_2") + " as feed_2, record_id_2 as key_2 from " + csv(file);
        session.execute("create or replace table er_decision as " + select);
        Rulings.attach(session, List.of(), null);
    }

    private String department(Path file) {
        String stem = file.getFileName().toString().replace(".csv", "");
        return "select " + Sql.literal(stem.equals(REGISTER) ? REGISTER_FEED : stem) + " as feed, " + Sql.literal(stem)
                + " as department, " + columns(file) + " from " + csv(file);
    }

    private String columns(Path file) {
        List<String> present = header(file);
        if (!present.contains(KEY) && !isEmpty(file)) {
            throw new IllegalArgumentException(
                    "文件 " + file.getFileName() + " 缺少列 " + KEY + "（记录主键）。请在首行写明列名，文件用 UTF-8 编码、逗号分隔。");
        }
        return COLUMNS.stream()
                .map(name -> present.contains(name) ? name : "cast(null as varchar) as " + name)
                .collect(Collectors.joining(", "));
    }

    /** Names in the first line, without the mark that some programs put in front. */
    private static List<String> header(Path file) {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            String line = reader.readLine();
            return line == null
                    ? List.of()
                    : Arrays.stream(line.replace("\uFEFF", "").split(",", -1))
                            .map(name -> name.replace("\"", "").strip())
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("文件不能读取：" + file + "。请确认编码为 UTF-8。", e);
        }
    }

    private static boolean isEmpty(Path file) {
        try {
            return Files.size(file) == 0;
        } catch (IOException e) {
            throw new UncheckedIOException("文件不能读取：" + file, e);
        }
    }

    private static String feed(String department) {
        return "case when " + department + " = " + Sql.literal(REGISTER) + " then " + Sql.literal(REGISTER_FEED)
                + " else " + department + " end";
    }

    /** A row may have fewer fields than the header, or a few more: what is left over is not looked at. */
    private static String csv(Path file) {
        List<String> columns = new ArrayList<>();
        for (String name : header(file)) {
            columns.add(COLUMNS.contains(name) || FURTHER.contains(name) ? name : "unknown_" + columns.size());
        }
        for (int i = 0; i < MOST_LEFT_OVER; i++) {
            columns.add("left_over_" + i);
        }
        return "read_csv(" + Sql.literal(file.toString())
                + ", auto_detect = false, header = false, skip = 1, delim = ',', "
                + "quote = '\"', escape = '\"', strict_mode = false, null_padding = true, parallel = false, columns = {"
                + columns.stream().map(name -> "'" + name + "': 'VARCHAR'").collect(Collectors.joining(", ")) + "})";
    }
}

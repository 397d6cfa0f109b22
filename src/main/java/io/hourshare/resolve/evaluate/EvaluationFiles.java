package io.hourshare.resolve.evaluate;

import io.hourshare.engine.Session;
import io.hourshare.engine.Sql;
import io.hourshare.resolve.Rulings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    private static final String[] DECISION = {"decision", "department_1", "record_id_1", "department_2", "record_id_2"};

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
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("没有目录 " + folder + "。请核对 --records：目录里每个部门一个 CSV。");
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> departments = files.filter(file -> file.toString().endsWith(".csv"))
                    .filter(file -> !file.getFileName().toString().equals("truth.csv"))
                    .sorted()
                    .toList();
            if (departments.isEmpty()) {
                throw new IllegalArgumentException("目录中没有 CSV 文件：" + folder + "。请放入 market.csv、tax.csv 等，每个部门一个文件。");
            }
            session.execute("create or replace table source as "
                    + departments.stream().map(EvaluationFiles::department).collect(Collectors.joining(" union all ")));
            session.execute(SOURCE);
        } catch (IOException e) {
            throw new UncheckedIOException("目录不能读取：" + folder, e);
        }
    }

    /** Records of the same department and id are replaced, others are added. */
    void updates(Path path) {
        EvaluationFile file = EvaluationFile.open(path).require("department", KEY);
        session.execute("create or replace table changed as select " + feed("department") + " as feed, department, "
                + columns(file) + " from " + file.rows());
        session.execute("delete from source where exists (select 1 from changed "
                + "where changed.department = source.department and changed.record_id = source.record_id)");
        session.execute("insert into source select * from changed");
    }

    void decisions(@Nullable Path path) {
        String select = path == null
                ? "select '' as decision, '' as feed_1, '' as key_1, '' as feed_2, '' as key_2 where false"
                : "select distinct decision, " + feed("department_1") + " as feed_1, record_id_1 as key_1, "
                        + feed("department_2") + " as feed_2, record_id_2 as key_2 from "
                        + EvaluationFile.open(path).require(DECISION).rows();
        session.execute("create or replace table er_decision as " + select);
        Rulings.attach(session, List.of(), null);
    }

    private static String department(Path path) {
        EvaluationFile opened = EvaluationFile.open(path);
        EvaluationFile file = opened.isEmpty() ? opened : opened.require(KEY);
        String stem = path.getFileName().toString().replace(".csv", "");
        return "select " + Sql.literal(stem.equals(REGISTER) ? REGISTER_FEED : stem) + " as feed, " + Sql.literal(stem)
                + " as department, " + columns(file) + " from " + file.rows();
    }

    private static String columns(EvaluationFile file) {
        return COLUMNS.stream()
                .map(name -> file.has(name) ? name : "cast(null as varchar) as " + name)
                .collect(Collectors.joining(", "));
    }

    private static String feed(String department) {
        return "case when " + department + " = " + Sql.literal(REGISTER) + " then " + Sql.literal(REGISTER_FEED)
                + " else " + department + " end";
    }
}

package io.hourshare.resolve.evaluate;

import io.hourshare.engine.Session;
import io.hourshare.engine.Sql;
import io.hourshare.resolve.Rulings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The evaluate command's CSV files as the relations that the models read. */
final class EvaluationFiles {

    /** File of the department that lists the enterprises. */
    private static final String REGISTER = "market";

    private static final String REGISTER_FEED = "market-regulation.registration";
    private static final String KEY = "record_id";
    private static final String DEPARTMENT = "department";
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

    /** What the command itself writes or reads beside the departments. */
    private static final Set<String> OTHERS =
            Set.of("truth.csv", "clusters.csv", "clusters_after.csv", "review.csv", "figures.csv");

    private static final String NO_SOURCE = COLUMNS.stream()
            .map(name -> "'' as " + name)
            .collect(Collectors.joining(
                    ", ", "create or replace table source as select '' as feed, '' as department, ", " where false"));

    private static final String SOURCE = """
            create or replace view er_source as
            select feed, record_id as record_key, try_cast(updated_at as timestamp) as observed_at, false as in_roster,
                name as ent_name, former_names, cast(null as varchar) as former_until, uscc, org_code, reg_no, tax_id as taxpayer_id, address, region_code,
                legal_rep, status, cast(null as varchar) as park_status, cast(null as varchar) as named_feed,
                cast(null as varchar) as named_key
            from source""";

    private final Session session;
    private final Consumer<String> notes;

    /** @param notes takes what was left out of the files, in words for whoever wrote them */
    EvaluationFiles(Session session, Consumer<String> notes) {
        this.session = session;
        this.notes = notes;
    }

    /** @param others files that may lie in the folder and are no department's */
    void records(Path folder, Set<Path> others) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("没有目录 " + folder + "。请核对 --records：目录里每个部门一个 CSV。");
        }
        List<Path> departments = departments(folder, others);
        if (departments.isEmpty()) {
            throw new IllegalArgumentException("目录中没有 CSV 文件：" + folder + "。请放入 market.csv、tax.csv 等，每个部门一个文件。");
        }
        session.execute(NO_SOURCE);
        session.execute(SOURCE);
        for (Path path : departments) {
            EvaluationFile file = EvaluationFile.open(path);
            if (!file.isEmpty()) {
                arrive(file.require(KEY), Sql.literal(stem(path)));
                session.execute("insert into source select * from changed");
            }
        }
        if (session.number("select count(*) from source where department = ?", REGISTER) == 0) {
            notes.accept("目录中没有 market.csv，或其中没有记录：没有登记名单可以对照，只按号码与名称归并。");
        }
    }

    /** Records of the same department and id are replaced, others are added. */
    void updates(Path path) {
        arrive(EvaluationFile.open(path).require(DEPARTMENT, KEY), DEPARTMENT);
        session.execute("delete from source where exists (select 1 from changed "
                + "where changed.department = source.department and changed.record_id = source.record_id)");
        session.execute("insert into source select * from changed");
    }

    /** Which record is which enterprise; one that is told to be two is neither. */
    void truth(Path path) {
        EvaluationFile.open(path).require(DEPARTMENT, KEY, "enterprise_id").read(session, "label");
        List<String> torn = session.query(
                "select department || '/' || record_id from label group by department, record_id "
                        + "having count(distinct enterprise_id) > 1 order by 1",
                row -> row.getString(1));
        note(path, torn, "条记录标了不止一个企业", "不计入评价");
        session.execute(
                "create or replace table truth as select department, record_id, min(enterprise_id) as enterprise_id "
                        + "from label where enterprise_id is not null group by department, record_id "
                        + "having count(distinct enterprise_id) = 1");
        long judged = session.number("select count(*) from truth inner join source "
                + "on source.department = truth.department and source.record_id = truth.record_id");
        if (judged == 0) {
            throw new IllegalArgumentException(
                    "文件 " + path.getFileName() + " 中没有一条记录在目录中。请核对 department（文件名去掉 .csv）与 record_id。");
        }
        long unlabelled = session.number("select count(*) from source") - judged;
        if (unlabelled > 0) {
            notes.accept(path.getFileName() + "：有 " + unlabelled + " 条记录没有标注，不计入评价。");
        }
    }

    void decisions(@Nullable Path path) {
        if (path == null) {
            session.execute("create or replace table er_decision as select '' as decision, '' as feed_1, '' as key_1, "
                    + "'' as feed_2, '' as key_2 where false");
        } else {
            EvaluationFile file = EvaluationFile.open(path).require(DECISION);
            file.read(session, "decided_row");
            refuseUnknownDecisions(file);
            session.execute("create or replace table er_decision as select distinct lower(trim(decision)) as decision, "
                    + feed("department_1") + " as feed_1, record_id_1 as key_1, " + feed("department_2")
                    + " as feed_2, record_id_2 as key_2 from decided_row where decision is not null");
        }
        Rulings.attach(session, List.of(), null);
    }

    /** Decisions may name what only the updates bring: to be asked once all records are there. */
    void tellUnusedDecisions(@Nullable Path path) {
        if (path != null) {
            String named =
                    "select department_1 as department, " + feed("department_1") + " as feed, record_id_1 as key "
                            + "from decided_row where decision is not null union all select department_2, "
                            + feed("department_2") + ", record_id_2 from decided_row where decision is not null";
            List<String> unknown = session.query(
                    "select distinct coalesce(told.department, '') || '/' || coalesce(told.key, '') from (" + named
                            + ") as told left join source on source.feed = told.feed and source.record_id = told.key "
                            + "where source.record_id is null order by 1",
                    row -> row.getString(1));
            note(path, unknown, "条被判定的记录不在文件中", "有关判定未采用。请核对部门（文件名去掉 .csv）与 record_id");
            note(
                    path,
                    session.query("""
                    select distinct replace(one.feed_1, '%s', '%s') || '/' || one.key_1 from er_decision as one
                    inner join er_decision as other
                        on (other.feed_1 = one.feed_1 and other.key_1 = one.key_1
                            and other.feed_2 = one.feed_2 and other.key_2 = one.key_2)
                        or (other.feed_1 = one.feed_2 and other.key_1 = one.key_2
                            and other.feed_2 = one.feed_1 and other.key_2 = one.key_1)
                    where one.decision = 'must_link' and other.decision = 'cannot_link'
                    order by 1""".formatted(REGISTER_FEED, REGISTER), row -> row.getString(1)),
                    "对记录既判同一又判不同",
                    "按不同处理。请只留一条");
        }
    }

    private void refuseUnknownDecisions(EvaluationFile file) {
        session.query(
                        "select " + CsvRows.LINE + ", decision from decided_row where decision is not null "
                                + "and lower(trim(decision)) not in ('must_link', 'cannot_link') order by 1 limit 1",
                        row -> "文件 " + file.name() + " 第 " + row.getLong(1) + " 行的判定“" + row.getString(2)
                                + "”不认识。请写 must_link（同一）或 cannot_link（不同）。")
                .forEach(message -> {
                    throw new IllegalArgumentException(message);
                });
    }

    /** Makes the rows of a file ready; of two with one id the later one counts. */
    private void arrive(EvaluationFile file, String department) {
        file.read(session, "arrived");
        List<Long> nameless = session.query(
                "select " + CsvRows.LINE + " from arrived where record_id is null or " + department
                        + " is null order by 1",
                row -> row.getLong(1));
        note(file.path(), nameless.stream().map(line -> "第 " + line + " 行").toList(), "行没有 record_id 或部门", "未计入");
        note(
                file.path(),
                session.query(
                        "select record_id from arrived where record_id is not null group by record_id, " + department
                                + " having count(*) > 1 order by 1",
                        row -> row.getString(1)),
                "个 record_id 出现不止一次",
                "以最后一行为准");
        session.execute("create or replace table changed as select " + feed(department) + " as feed, " + department
                + " as department, " + columns(file) + " from (select *, row_number() over (partition by record_id, "
                + department + " order by " + CsvRows.LINE + " desc) as turn from arrived) "
                + "where turn = 1 and record_id is not null and " + department + " is not null");
    }

    private void note(Path path, List<String> cases, String what, String outcome) {
        if (!cases.isEmpty()) {
            notes.accept(
                    path.getFileName() + "：" + cases.size() + " " + what + "（如 " + cases.get(0) + "），" + outcome + "。");
        }
    }

    private static List<Path> departments(Path folder, Set<Path> others) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName()
                            .toString()
                            .toLowerCase(Locale.ROOT)
                            .endsWith(".csv"))
                    .filter(file -> !OTHERS.contains(file.getFileName().toString()))
                    .filter(file -> !others.contains(file.toAbsolutePath().normalize()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("目录不能读取：" + folder, e);
        }
    }

    private static String stem(Path path) {
        String name = path.getFileName().toString();
        return name.substring(0, name.length() - ".csv".length());
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

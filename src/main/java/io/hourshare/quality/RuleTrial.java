package io.hourshare.quality;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.CatalogueProblem;
import io.hourshare.contract.CatalogueProblem.Severity;
import io.hourshare.contract.Conversion;
import io.hourshare.contract.Feed;
import io.hourshare.contract.FieldMapping;
import io.hourshare.contract.LogicalType;
import io.hourshare.contract.QualityRule;
import io.hourshare.engine.Engine;
import io.hourshare.engine.EngineException;
import io.hourshare.engine.Session;
import io.hourshare.engine.Sql;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Binds all rules written in SQL against empty tables, so that a misspelt column is told before any hour. */
public final class RuleTrial {

    private static final Pattern COLUMN = Pattern.compile("(?:Referenced column|column named) \"([^\"]+)\"");
    private static final Pattern TABLE = Pattern.compile("Table with name (\\S+) does not exist");

    private RuleTrial() {}

    /** What the rules of the feeds, and those that compare departments, name that is not there. */
    public static List<CatalogueProblem> problems(Catalogue catalogue, Engine engine) {
        Stream<CatalogueProblem> ofFeeds = catalogue.feeds().stream()
                .filter(feed -> !feed.contract().quality().isEmpty())
                .flatMap(feed -> tried(feed, engine).stream());
        return Stream.concat(ofFeeds, ContradictionTrial.problems(catalogue, engine).stream())
                .toList();
    }

    private static List<CatalogueProblem> tried(Feed feed, Engine engine) {
        try (Session session = engine.open()) {
            session.execute("create temp table records (" + columns(feed) + ")");
            session.seal();
            return feed.contract().quality().stream()
                    .flatMap(rule -> fault(session, rule).map(cause -> problem(feed, rule, cause)).stream())
                    .toList();
        }
    }

    private static Optional<String> fault(Session session, QualityRule rule) {
        try {
            session.query("describe " + rule.query(), row -> row.getString(1));
            return Optional.empty();
        } catch (EngineException e) {
            String complaint = String.valueOf(e.getMessage());
            return Optional.of(named(complaint).orElseGet(() -> unreadable(complaint)));
        }
    }

    private static String unreadable(String complaint) {
        return "SQL 写法不对：" + complaint.lines().findFirst().orElse("");
    }

    /** What a database misses or cannot read, in words; nothing where it misses a function, which may be given later. */
    static Optional<String> named(String complaint) {
        Matcher column = COLUMN.matcher(complaint);
        if (column.find()) {
            return Optional.of("没有列 '" + column.group(1) + "'");
        }
        Matcher table = TABLE.matcher(complaint);
        if (table.find()) {
            return Optional.of("没有表 '" + table.group(1) + "'");
        }
        return complaint.startsWith("Parser Error") ? Optional.of(unreadable(complaint)) : Optional.empty();
    }

    private static CatalogueProblem problem(Feed feed, QualityRule rule, String cause) {
        String stem = feed.id().department() + "/" + feed.id().name();
        String known = feed.job().map().stream()
                .flatMap(mapping -> mapping.from().stream())
                .distinct()
                .collect(Collectors.joining("、"));
        return new CatalogueProblem(
                Severity.ERROR,
                "schemas/" + stem + ".odcs.yaml",
                rule.line(),
                1,
                "QUALITY_SQL",
                "质量规则 '" + rule.title() + "' 无法执行：" + cause + "。",
                "表名写 records 或 ${object}；列用已映射的源字段：" + known + "。");
    }

    private static String columns(Feed feed) {
        Map<String, String> types = new LinkedHashMap<>();
        for (FieldMapping mapping : feed.job().map()) {
            LogicalType type =
                    Conversion.named(mapping.as()).map(Conversion::result).orElse(LogicalType.STRING);
            mapping.from().forEach(source -> types.putIfAbsent(source, sql(type)));
        }
        return types.entrySet().stream()
                .map(column -> Sql.identifier(column.getKey()) + " " + column.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String sql(LogicalType type) {
        return switch (type) {
            case STRING -> "varchar";
            case DATE -> "date";
            case TIMESTAMP -> "timestamp";
            case NUMBER -> "decimal(28, 6)";
            case INTEGER -> "bigint";
            case BOOLEAN -> "boolean";
        };
    }
}

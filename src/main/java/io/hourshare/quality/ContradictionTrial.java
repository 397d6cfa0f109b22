package io.hourshare.quality;

import io.hourshare.contract.CanonicalEntity;
import io.hourshare.contract.CanonicalField;
import io.hourshare.contract.Catalogue;
import io.hourshare.contract.CatalogueProblem;
import io.hourshare.contract.CatalogueProblem.Severity;
import io.hourshare.contract.SqlModel;
import io.hourshare.engine.Engine;
import io.hourshare.engine.EngineException;
import io.hourshare.engine.Session;
import io.hourshare.engine.Sql;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Binds the rules that compare departments against empty profiles: one that does not bind is left out every hour. */
final class ContradictionTrial {

    private static final String POSITION =
            "object varchar, \"offset\" bigint, length bigint, sheet varchar, \"row\" bigint";
    private static final String SOURCE =
            "feed varchar, record_key varchar, observed_at timestamp, \"window\" timestamp, " + POSITION;

    /** What the merge makes beside the entities of the catalogue. */
    static final Map<String, String> MERGED = Map.of(
            "claim",
            "enterprise_id varchar, attribute varchar, value varchar, cell varchar, source_field varchar, rule varchar,"
                    + " priority integer, winner boolean, doubt varchar, model varchar, mapping varchar, " + SOURCE,
            "conflict",
            "enterprise_id varchar, attribute varchar, value varchar, cell varchar, winner_value varchar,"
                    + " winner_feed varchar, winner_record_key varchar, winner_observed_at timestamp, " + SOURCE,
            "enterprise_name",
            "enterprise_id varchar, name varchar, kind varchar, valid_from date, valid_to date, feed varchar");

    private static final int SHOWN = 5;
    private static final Pattern NAMED = Pattern.compile("'([^']+)'");

    private ContradictionTrial() {}

    static List<CatalogueProblem> problems(Catalogue catalogue, Engine engine) {
        List<SqlModel> rules = catalogue.models().getOrDefault("contradictions", List.of());
        if (rules.isEmpty()) {
            return List.of();
        }
        try (Session session = engine.open()) {
            MERGED.forEach((table, columns) -> create(session, table, columns));
            catalogue.entities().values().forEach(entity -> create(session, entity.name(), columns(entity)));
            session.seal();
            return rules.stream()
                    .flatMap(rule -> fault(session, rule).map(cause -> problem(rule, cause, catalogue)).stream())
                    .toList();
        }
    }

    private static void create(Session session, String table, String columns) {
        session.execute("create temp table " + Sql.identifier(table) + " (" + columns + ")");
    }

    private static String columns(CanonicalEntity entity) {
        String fields = entity.fields().stream()
                .map(field -> Sql.identifier(field.name()) + " " + field.type().columnType())
                .collect(Collectors.joining(", "));
        return entity.name().equals(CanonicalEntity.ENTERPRISE)
                ? "enterprise_id varchar, in_park boolean, " + fields
                : "enterprise_id varchar, " + fields + ", " + SOURCE;
    }

    private static Optional<String> fault(Session session, SqlModel rule) {
        if (rule.sql().replaceAll("(?m)--.*$", "").strip().replaceAll(";$", "").indexOf(';') >= 0) {
            return Optional.empty(); // several statements, which is said elsewhere
        }
        try {
            session.query("describe " + rule.sql(), row -> row.getString(1));
            return Optional.empty();
        } catch (EngineException e) {
            return RuleTrial.named(String.valueOf(e.getMessage()));
        }
    }

    private static CatalogueProblem problem(SqlModel rule, String cause, Catalogue catalogue) {
        Matcher named = NAMED.matcher(cause);
        String word = named.find() ? named.group(1) : "";
        int at = Math.max(0, place(rule.sql(), word));
        String before = rule.sql().substring(0, at);
        return new CatalogueProblem(
                Severity.WARNING,
                rule.file(),
                (int) before.chars().filter(c -> c == '\n').count() + 1,
                at - before.lastIndexOf('\n'),
                "CONTRADICTION_SQL",
                cause + "，这条规则每次都会被跳过。",
                remedy(rule, word, catalogue) + "。");
    }

    /** Where a name stands in the SQL itself, not in its header. */
    private static int place(String sql, String word) {
        Matcher found = Pattern.compile("(?<![\\w-])" + Pattern.quote(word) + "(?![\\w-])")
                .matcher(sql);
        while (!word.isEmpty() && found.find()) {
            if (!sql.substring(sql.lastIndexOf('\n', found.start()) + 1).startsWith("--")) {
                return found.start();
            }
        }
        return -1;
    }

    /** The columns of the tables that the rule uses, those that look most like the word. */
    private static String remedy(SqlModel rule, String word, Catalogue catalogue) {
        String known = new TreeMap<>(catalogue.entities())
                .values().stream()
                        .filter(entity -> Pattern.compile(
                                        "(?m)^--.*(?<![\\w-])" + Pattern.quote(entity.name()) + "(?![\\w-])")
                                .matcher(rule.sql())
                                .find())
                        .map(entity -> entity.name() + " 的列："
                                + entity.fields().stream()
                                        .map(CanonicalField::name)
                                        .sorted(Comparator.comparingLong((String name) -> -likeness(name, word)))
                                        .limit(SHOWN)
                                        .collect(Collectors.joining("、"))
                                + " 等")
                        .collect(Collectors.joining("；"));
        return known.isEmpty() ? "可用的表：enterprise、claim、conflict、enterprise_name 与各规范实体（带连字符的加双引号）" : known;
    }

    /** How many pairs of letters of the word stand in the name. */
    private static long likeness(String name, String word) {
        return IntStream.range(0, Math.max(0, word.length() - 1))
                .filter(at -> name.contains(word.substring(at, at + 2)))
                .count();
    }
}

package io.hourshare.publish.file;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.SqlModel;
import io.hourshare.engine.EngineException;
import io.hourshare.engine.Session;
import io.hourshare.engine.Sql;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What departments say that cannot both be so: the standing rules below {@code jobs/contradictions/}. */
public final class ContradictionTable {

    private static final Logger LOG = LoggerFactory.getLogger(ContradictionTable.class);
    private static final Pattern TITLE = Pattern.compile("(?m)^-- title: *(.+)$");
    private static final Pattern WEIGHT = Pattern.compile("(?m)^-- weight: *(\\d{1,3})$");

    static final String NAME = "contradiction";

    private static final String NOTHING = "select cast(null as varchar) as rule_id, cast(null as varchar) as title,"
            + " cast(null as integer) as weight, cast(null as varchar) as enterprise_id,"
            + " cast(null as varchar) as department, cast(null as varchar) as feed, cast(null as varchar) as attribute,"
            + " cast(null as varchar) as said, cast(null as varchar) as against, cast(null as timestamp) as observed_at"
            + " where false";

    private static final String OPEN = "case when coalesce(field.open, true) then found.%1$s end as %1$s";

    private static final String ORDER =
            " order by found.department, found.weight desc, found.rule_id, %s, found.enterprise_id";

    private final List<SqlModel> rules;

    public ContradictionTable(Catalogue catalogue) {
        this.rules = catalogue.models().getOrDefault("contradictions", List.of());
    }

    /** The table from the opened profiles, the weightiest first. */
    FileTable of(Session session) {
        String all = rules.stream()
                .filter(rule -> binds(session, rule))
                .map(ContradictionTable::select)
                .collect(Collectors.joining(" union all ", NOTHING + " union all ", ""));
        String relation = all.endsWith(" union all ") ? NOTHING : all;
        return new FileTable(
                NAME,
                "select found.rule_id, found.title, found.weight,"
                        + " found.enterprise_id, found.department, found.feed as source_feed, found.attribute, found.said,"
                        + " found.against, found.observed_at as source_time from (" + relation + ") as found"
                        + " inner join enterprise as shown on shown.enterprise_id = found.enterprise_id"
                        + ORDER.formatted("found.observed_at"));
    }

    /** The same rows for analysts, without what is said of people: rules are judged once a publication. */
    FileTable forAnalysts(Session session, Path served) {
        session.execute("attach " + Sql.literal(served.toString()) + " as served (read_only)");
        return new FileTable(
                NAME,
                "select found.* replace ("
                        + OPEN.formatted("said") + ", " + OPEN.formatted("against")
                        + ") from served.main.contradiction as found"
                        + " left join field on field.attribute = found.attribute"
                        + ORDER.formatted("found.source_time"));
    }

    /** A site may lack what a rule compares; its other rules hold all the same. */
    private static boolean binds(Session session, SqlModel rule) {
        try {
            session.query("describe " + rule.sql(), row -> row.getString(1));
            return true;
        } catch (EngineException e) {
            LOG.warn("规则 {} 在本地目录下无法执行，已跳过：{}", rule.file(), e.getMessage());
            return false;
        }
    }

    private static String select(SqlModel rule) {
        return "select " + Sql.literal(rule.name()) + " as rule_id, " + Sql.literal(header(TITLE, rule, rule.name()))
                + " as title, " + header(WEIGHT, rule, "50") + " as weight, enterprise_id, department, feed, attribute,"
                + " said, against, observed_at from (" + rule.sql() + "\n) as rule_row";
    }

    private static String header(Pattern pattern, SqlModel rule, String otherwise) {
        Matcher matcher = pattern.matcher(rule.sql());
        return matcher.find() ? matcher.group(1).strip() : otherwise;
    }
}

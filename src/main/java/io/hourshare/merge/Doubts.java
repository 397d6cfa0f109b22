package io.hourshare.merge;

import io.hourshare.contract.LogicalType;
import io.hourshare.contract.ValidityRule;
import io.hourshare.contract.ValidityRule.YieldsTo;
import io.hourshare.engine.Session;
import io.hourshare.engine.Sql;
import io.hourshare.kernel.FeedId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds the records that a validity rule makes give way, and in what. */
final class Doubts {

    /** More than any step of priority: whoever yields to all comes after everybody. */
    private static final long BEHIND_ALL = 100_000;

    /** Less than a step of priority, which is two: before the next feed, after the same feed's other records. */
    private static final long BEHIND_THE_SAME = 1;

    private static final List<String> TABLES = List.of(
            "create table doubted (rec bigint, rule integer)",
            "create table doubted_choice (rule integer, cid integer, penalty bigint, title varchar)");

    private static final String DOUBTED =
            "insert into doubted select record.rec, %d from %s as source inner join record"
                    + " on record.record_key = source._key and record.feed = %s where %s";

    private final Session session;
    private final List<ValidityRule> rules;
    private final LocalDate today;

    Doubts(Session session, List<ValidityRule> rules, LocalDate today) {
        this.session = session;
        this.rules = rules;
        this.today = today;
        TABLES.forEach(session::execute);
    }

    /** Which rules speak of which choice; {@code cid} of a source is its choice's place in {@code choices}. */
    void describe(List<AttributeSource> sources, List<String> choices) {
        Map<String, TreeSet<String>> members = new TreeMap<>();
        sources.forEach(source -> members.computeIfAbsent(source.choice(), fresh -> new TreeSet<>())
                .add(source.attribute()));
        List<String> rows = new ArrayList<>();
        for (ValidityRule rule : rules) {
            long penalty = rule.yieldsTo() == YieldsTo.ANY ? BEHIND_ALL : BEHIND_THE_SAME;
            for (int cid = 0; cid < choices.size(); cid++) {
                if (rule.concerns(List.copyOf(members.getOrDefault(choices.get(cid), new TreeSet<>())))) {
                    rows.add("(" + rules.indexOf(rule) + ", " + cid + ", " + penalty + ", " + Sql.literal(rule.title())
                            + ")");
                }
            }
        }
        if (!rows.isEmpty()) {
            session.execute("insert into doubted_choice values " + String.join(", ", rows));
        }
    }

    /** @param types of the columns of the feed's records, which are the view of its name */
    void add(FeedId feed, Map<String, String> types) {
        for (ValidityRule rule : rules) {
            String type = types.get(rule.field());
            if (type != null && (!rule.isPast() || type.equals(LogicalType.DATE.columnType()))) {
                session.execute(DOUBTED.formatted(
                        rules.indexOf(rule),
                        Sql.identifier(feed.toString()),
                        Sql.literal(feed.toString()),
                        condition(rule)));
            }
        }
    }

    private String condition(ValidityRule rule) {
        String field = "source." + Sql.identifier(rule.field());
        return rule.isPast()
                ? field + " < date '" + today + "'"
                : "cast(" + field + " as varchar) in "
                        + rule.among().stream().map(Sql::literal).collect(Collectors.joining(", ", "(", ")"));
    }
}

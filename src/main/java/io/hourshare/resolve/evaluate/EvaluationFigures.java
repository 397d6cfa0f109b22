package io.hourshare.resolve.evaluate;

import io.hourshare.engine.Session;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Precision and recall of a result against the truth: by pairs, by records (B-cubed), by whole clusters, by tier. */
final class EvaluationFigures {

    private static final String JUDGED = """
            create or replace table judged as
            select source.department, source.record_id, truth.enterprise_id as truth_id, record_form.claims = '' as bare,
                coalesce(er_assignment.tier, 9) as tier,
                coalesce(er_assignment.enterprise_id, 'record:' || source.feed || '|' || source.record_id) as cluster_id
            from source
            inner join truth on truth.department = source.department and truth.record_id = source.record_id
            inner join record_form on record_form.feed = source.feed and record_form.record_key = source.record_id
            left join er_assignment on er_assignment.feed = source.feed and er_assignment.record_key = source.record_id""";

    private static final String PAIRS = """
            select
                sum(hit * (hit - 1) / 2), sum(found_pairs), sum(true_pairs)
            from (
                select 0 as hit, sum(n * (n - 1) / 2) as found_pairs, 0 as true_pairs
                from (select count(*) as n from judged where %1$s group by cluster_id) as found
                union all
                select 0 as hit, 0 as found_pairs, sum(n * (n - 1) / 2) as true_pairs
                from (select count(*) as n from judged where %1$s group by truth_id) as true_clusters
                union all
                select count(*) as hit, 0 as found_pairs, 0 as true_pairs
                from judged where %1$s group by cluster_id, truth_id
            ) as counted""";

    private static final String B_CUBED = """
            select sum(n * n / c) / sum(n), sum(n * n / t) / sum(n)
            from (
                select count(*) as n,
                    any_value(cluster_size) as c, any_value(truth_size) as t
                from (
                    select *, count(*) over (partition by cluster_id) as cluster_size,
                        count(*) over (partition by truth_id) as truth_size
                    from judged
                ) as sized
                group by cluster_id, truth_id
            ) as cells""";

    /** Records of several enterprises that one unregistered number brought together. */
    private static final String FILLED = """
            select coalesce(sum(records), 0)
            from (
                select count(*) as records
                from judged
                inner join source on source.department = judged.department and source.record_id = judged.record_id
                inner join record_form on record_form.feed = source.feed and record_form.record_key = source.record_id
                inner join number_claim on number_claim.rid = record_form.rid
                inner join filler_number
                    on filler_number.kind = number_claim.kind and filler_number.value = number_claim.value
                where judged.tier in (1, 2, 3, 5)
                group by judged.cluster_id, number_claim.kind, number_claim.value
                having count(distinct judged.truth_id) > 1
            ) as mixed""";

    private final Session session;

    EvaluationFigures(Session session) {
        this.session = session;
    }

    /** @param labelled whether the truth is known */
    Map<String, String> measure(boolean labelled) {
        Map<String, String> figures = new LinkedHashMap<>();
        figures.put("records", count("select count(*) from source"));
        figures.put("enterprises", count("select count(distinct enterprise_id) from er_assignment"));
        figures.put("unlinked", count("select (select count(*) from source) - (select count(*) from er_assignment)"));
        figures.put("review_cards", count("select count(*) from er_review"));
        if (labelled) {
            session.execute(JUDGED);
            judge(figures);
        }
        return figures;
    }

    private void judge(Map<String, String> figures) {
        double[] all = pairs("true");
        double[] numbered = pairs("not bare");
        put(figures, "pairwise", all[0] / all[1], all[0] / all[2]);
        put(
                figures,
                "bare_pairs",
                (all[0] - numbered[0]) / (all[1] - numbered[1]),
                (all[0] - numbered[0]) / (all[2] - numbered[2]));
        double[] cubed = session.query(B_CUBED, row -> new double[] {row.getDouble(1), row.getDouble(2)})
                .get(0);
        put(figures, "b_cubed", cubed[0], cubed[1]);
        figures.put("b_cubed_f1", text(2 * cubed[0] * cubed[1] / (cubed[0] + cubed[1])));
        figures.put("exact_clusters", exact());
        figures.putAll(new MixedBranches(session).count());
        figures.put("joined_by_filler_numbers", count(FILLED));
        tiers(figures);
        reviews(figures);
    }

    private double[] pairs(String condition) {
        return session.query(PAIRS.formatted(condition), row ->
                        new double[] {row.getDouble(1), row.getDouble(2), row.getDouble(3)})
                .get(0);
    }

    private String exact() {
        return session.query("""
                        select sum(case when n = c and n = t then 1 else 0 end) * 1.0 / count(distinct truth_id)
                        from (
                            select truth_id, n, sum(n) over (partition by cluster_id) as c,
                                sum(n) over (partition by truth_id) as t
                            from (select cluster_id, truth_id, count(*) as n from judged group by all) as cells
                        ) as sized""", row -> text(row.getDouble(1))).get(0);
    }

    private void tiers(Map<String, String> figures) {
        session.query("""
                select judged.tier, count(*), sum(case when judged.truth_id = anchor.truth_id then 1 else 0 end) * 1.0 / count(*)
                from judged
                inner join judged as anchor on anchor.cluster_id = judged.cluster_id and anchor.tier = 0
                where judged.tier > 0
                group by judged.tier
                order by judged.tier""", row -> {
            figures.put("tier_" + row.getInt(1) + "_records", Long.toString(row.getLong(2)));
            figures.put("tier_" + row.getInt(1) + "_precision", text(row.getDouble(3)));
            return row;
        });
    }

    private void reviews(Map<String, String> figures) {
        session.query("""
                select count(*), avg(case when one.truth_id = other.truth_id then 1.0 else 0.0 end)
                from er_review
                inner join source as one_source on one_source.feed = er_review.feed and one_source.record_id = er_review.record_key
                inner join source as other_source
                    on other_source.feed = er_review.candidate_feed and other_source.record_id = er_review.candidate_key
                inner join judged as one on one.department = one_source.department and one.record_id = one_source.record_id
                inner join judged as other
                    on other.department = other_source.department and other.record_id = other_source.record_id""", row -> {
            figures.put(
                    "review_per_1000", text(1000.0 * row.getLong(1) / session.number("select count(*) from judged")));
            figures.put("review_true", text(row.getDouble(2)));
            return row;
        });
    }

    private String count(String sql) {
        return Long.toString(session.number(sql));
    }

    private static void put(Map<String, String> figures, String name, double precision, double recall) {
        figures.put(name + "_precision", text(precision));
        figures.put(name + "_recall", text(recall));
    }

    private static String text(double figure) {
        return String.format(Locale.ROOT, "%.5f", figure);
    }
}

package io.hourshare.resolve.evaluate;

import io.hourshare.engine.Session;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Branches that stand with somebody else, as the truth has it: a branch is an enterprise of its own.
 *
 * <p>Who is a branch, and of whom, is read off the names as they were written and never off the method's own parse.
 */
final class MixedBranches {

    private static final String WORDS =
            "(分公司|支公司|分厂|分店|分社|分行|支行|分院|分所|分校|分中心|办事处|代表处" + "|(公司|厂|社|所|银行).{0,12}(营业部|经营部|门市部|服务部|销售部|联络处))";

    /** Whole names by enterprise; the register's own where it lists the enterprise. */
    private static final String NAMES = """
            create or replace table true_name as
            with written as (
                select judged.truth_id, record_form.in_register,
                    translate(er_source.ent_name, ' 　()（）', '') as name, er_source.former_names
                from judged
                inner join source on source.department = judged.department and source.record_id = judged.record_id
                inner join record_form
                    on record_form.feed = source.feed and record_form.record_key = source.record_id
                inner join er_source on er_source.feed = source.feed and er_source.record_key = source.record_id
                where er_source.ent_name <> ''
            ), listed as (
                select distinct truth_id from written where in_register
            )
            select distinct written.truth_id, written.name, regexp_matches(written.name, '%1$s') as is_branch
            from written
            left join listed on listed.truth_id = written.truth_id
            where written.in_register or listed.truth_id is null
            union
            select truth_id, translate(former_names, ' 　()（）', '') as name, regexp_matches(former_names, '%1$s') as is_branch
            from written
            where in_register and former_names <> '' and former_names not like '%%|%%'""".formatted(WORDS);

    private static final String MIXED = """
            create or replace table mixed_branch as
            with cell as (
                select cluster_id, truth_id, count(*) as records
                from judged
                group by cluster_id, truth_id
            ), shared as (
                select *, count(*) over (partition by cluster_id) as enterprises
                from cell
            ), kind as (
                select truth_id, avg(case when is_branch then 1.0 else 0.0 end) >= 0.5 as is_branch
                from true_name
                group by truth_id
            )
            select branch.truth_id as branch_id, other.truth_id as other_id, other_kind.is_branch as with_branch,
                least(branch.records, other.records) as records
            from shared as branch
            inner join shared as other on other.cluster_id = branch.cluster_id and other.truth_id <> branch.truth_id
            inner join kind on kind.truth_id = branch.truth_id and kind.is_branch
            inner join kind as other_kind on other_kind.truth_id = other.truth_id
            where branch.enterprises > 1 and (not other_kind.is_branch or branch.truth_id < other.truth_id)""";

    /** The head's whole name begins the branch's. */
    private static final String HEADS = """
            select coalesce(sum(records), 0)
            from mixed_branch
            where not with_branch and exists (
                select 1
                from true_name as branch
                inner join true_name as head
                    on length(head.name) >= 4 and substr(branch.name, 1, length(head.name)) = head.name
                where branch.truth_id = mixed_branch.branch_id and head.truth_id = mixed_branch.other_id
            )""";

    private final Session session;

    MixedBranches(Session session) {
        this.session = session;
    }

    /** Records that stand with their branch or head, and those that stand with any other enterprise than their branch. */
    Map<String, String> count() {
        session.execute(NAMES);
        session.execute(MIXED);
        Map<String, String> figures = new LinkedHashMap<>();
        figures.put("branches_with_heads", Long.toString(session.number(HEADS)));
        figures.put(
                "branches_with_anybody",
                Long.toString(session.number("select coalesce(sum(records), 0) from mixed_branch")));
        return figures;
    }
}

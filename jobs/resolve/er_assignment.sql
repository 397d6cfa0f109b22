-- grain: one row per record that belongs to an enterprise; operators have the last word
-- uses: record_form, assignment, decided, ruled
select
    record_form.feed,
    record_form.record_key,
    coalesce(decided.enterprise_id, ruled.enterprise_id, assignment.enterprise_id) as enterprise_id,
    case when decided.rid is not null or ruled.rid is not null then 7 else assignment.tier end as tier,
    case when decided.rid is not null or ruled.rid is not null then 'operator' else assignment.rule end as rule,
    coalesce(assignment.score, 40.0) as score,
    case when decided.rid is null then ruled.decision end as decision
from record_form
left join assignment on assignment.rid = record_form.rid
left join ruled on ruled.rid = record_form.rid
left join decided on decided.rid = record_form.rid
where
    coalesce(decided.enterprise_id, ruled.enterprise_id, assignment.enterprise_id) is not null
    and (decided.rid is null or decided.enterprise_id is not null)
order by feed, record_key

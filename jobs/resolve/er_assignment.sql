-- grain: one row per record that belongs to an enterprise; operators have the last word
-- uses: record_form, assignment, decided, ruled
with

own as (
    select
        record_form.feed,
        record_form.record_key,
        record_form.named_feed,
        record_form.named_key,
        decided.rid is not null or ruled.rid is not null as is_decided,
        case
            when decided.rid is not null then decided.enterprise_id
            else coalesce(ruled.enterprise_id, assignment.enterprise_id)
        end as enterprise_id,
        case when decided.rid is not null or ruled.rid is not null then 7 else assignment.tier end as tier,
        case when decided.rid is not null or ruled.rid is not null then 'operator' else assignment.rule end as rule,
        coalesce(assignment.score, 40.0) as score,
        case when decided.rid is null then ruled.decision end as decision
    from record_form
    left join assignment on assignment.rid = record_form.rid
    left join ruled on ruled.rid = record_form.rid
    left join decided on decided.rid = record_form.rid
),

-- A record without a name is about whomever the department's own number names, whatever codes stand on either.
followed as (
    select
        own.feed,
        own.record_key,
        named.enterprise_id is not null and not own.is_decided as is_named,
        named.enterprise_id as named_enterprise_id,
        own.enterprise_id,
        own.tier,
        own.rule,
        own.score,
        own.decision
    from own
    left join own as named on named.feed = own.named_feed and named.record_key = own.named_key
)

select
    feed,
    record_key,
    case when is_named then named_enterprise_id else enterprise_id end as enterprise_id,
    case when is_named then 1 else tier end as tier,
    case when is_named then 'department number' else rule end as rule,
    case when is_named then 40.0 else score end as score,
    case when not is_named then decision end as decision
from followed
where is_named or enterprise_id is not null
order by feed, record_key

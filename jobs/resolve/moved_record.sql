-- grain: one row per record that was there before and belongs elsewhere now
-- uses: er_assignment, er_unresolved, former_assignment, former_unresolved
with

before as (
    select feed, record_key, enterprise_id, tier
    from former_assignment
    union all
    select feed, record_key, cast(null as varchar) as enterprise_id, 9 as tier
    from former_unresolved
),

since as (
    select feed, record_key, enterprise_id, tier, rule as cause
    from er_assignment
    union all
    select feed, record_key, cast(null as varchar) as enterprise_id, 9 as tier, reason as cause
    from er_unresolved
)

select
    since.feed,
    since.record_key,
    before.enterprise_id as old_id,
    since.enterprise_id as new_id,
    since.cause,
    case when before.tier in (0, 5) then 1 else 0 end as was_anchor
from since
inner join before on before.feed = since.feed and before.record_key = since.record_key
where coalesce(before.enterprise_id, '') <> coalesce(since.enterprise_id, '')

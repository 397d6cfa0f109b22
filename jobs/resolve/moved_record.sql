-- grain: one row per record that was there before and belongs elsewhere now
-- uses: er_assignment, er_unresolved, former_assignment, former_unresolved
with

before as (
    select feed, record_key, enterprise_id, tier, decision
    from former_assignment
    union all
    select feed, record_key, cast(null as varchar) as enterprise_id, 9 as tier, cast(null as varchar) as decision
    from former_unresolved
),

since as (
    select feed, record_key, enterprise_id, rule as cause, decision
    from er_assignment
    union all
    select feed, record_key, cast(null as varchar) as enterprise_id, reason as cause, cast(null as varchar) as decision
    from er_unresolved
)

-- A decision is the cause where it was taken, or taken back, since.
select
    since.feed,
    since.record_key,
    before.enterprise_id as old_id,
    since.enterprise_id as new_id,
    case
        when since.decision is not distinct from before.decision then since.cause
        when since.decision is null then 'withdrawn:' || before.decision
        else 'operator:' || since.decision
    end as cause,
    case when before.tier in (0, 5) then 1 else 0 end as was_anchor
from since
inner join before on before.feed = since.feed and before.record_key = since.record_key
where coalesce(before.enterprise_id, '') <> coalesce(since.enterprise_id, '')

-- grain: one row per record that was there before and belongs elsewhere now
-- uses: er_assignment, er_unresolved, er_ruled, former_assignment, former_unresolved, former_ruled
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
),

moved as (
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
),

taken as (
    select er_ruled.*
    from er_ruled
    left join former_ruled
        on
            former_ruled.decision = er_ruled.decision
            and former_ruled.feed = er_ruled.feed
            and former_ruled.record_key = er_ruled.record_key
    where former_ruled.decision is null
),

taken_back as (
    select former_ruled.*
    from former_ruled
    left join er_ruled on er_ruled.decision = former_ruled.decision and er_ruled.feed = ''
    where er_ruled.decision is null
),

-- A decision is the cause where it was taken, or taken back, since, and leads where the record went.
decided as (
    select moved.feed, moved.record_key, 'operator:' || max(taken.decision) as cause
    from moved
    inner join taken on taken.feed = moved.feed and taken.record_key = moved.record_key
    where
        taken.kind = 'VOID_NUMBER'
        or (taken.kind = 'DIFFERENT' and taken.enterprise_id = moved.old_id)
        or (taken.kind in ('SAME', 'ALIAS') and taken.enterprise_id = moved.new_id)
    group by moved.feed, moved.record_key
    union all
    select moved.feed, moved.record_key, 'withdrawn:' || max(taken_back.decision) as cause
    from moved
    inner join taken_back on taken_back.feed = moved.feed and taken_back.record_key = moved.record_key
    where
        taken_back.kind = 'VOID_NUMBER'
        or (taken_back.kind = 'DIFFERENT' and taken_back.enterprise_id = moved.new_id)
        or (taken_back.kind in ('SAME', 'ALIAS') and taken_back.enterprise_id = moved.old_id)
    group by moved.feed, moved.record_key
),

decisive as (
    select feed, record_key, min(cause) as cause
    from decided
    group by feed, record_key
)

select
    moved.feed,
    moved.record_key,
    moved.old_id,
    moved.new_id,
    case when moved.cause like '%:D-%' then moved.cause else coalesce(decisive.cause, moved.cause) end as cause,
    moved.was_anchor
from moved
left join decisive on decisive.feed = moved.feed and decisive.record_key = moved.record_key

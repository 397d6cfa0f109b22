-- grain: one row per enterprise that went into another, or came out of one
-- uses: er_assignment, former_assignment, moved_record
with

here as (
    select distinct enterprise_id
    from er_assignment
),

earlier as (
    select distinct enterprise_id
    from former_assignment
),

flow as (
    select
        old_id,
        new_id,
        sum(was_anchor) as anchors,
        count(*) as records,
        coalesce(min(case when cause like '%:D-%' then cause end), min(cause)) as cause
    from moved_record
    where old_id is not null and new_id is not null
    group by old_id, new_id
),

ended as (
    select
        flow.*,
        row_number() over (partition by flow.old_id order by flow.anchors desc, flow.records desc, flow.new_id) as choice
    from flow
    left join here on here.enterprise_id = flow.old_id
    where here.enterprise_id is null
),

begun as (
    select
        flow.*,
        row_number() over (partition by flow.new_id order by flow.anchors desc, flow.records desc, flow.old_id) as choice
    from flow
    inner join here on here.enterprise_id = flow.old_id
    left join earlier on earlier.enterprise_id = flow.new_id
    where earlier.enterprise_id is null
)

-- The one that keeps its anchor keeps its id; the other one is new.
select 'merge' as kind, old_id as enterprise_id, new_id as other_id, cause
from ended
where choice = 1
union all
select 'split' as kind, new_id as enterprise_id, old_id as other_id, cause
from begun
where choice = 1

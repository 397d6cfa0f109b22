-- grain: one row per enterprise id that is no longer used, with the enterprise that answers for it
-- uses: er_assignment, changed_entity, former_redirect, publication
with

here as (
    select distinct enterprise_id
    from er_assignment
),

merged as (
    select enterprise_id as old_id, other_id
    from changed_entity
    where kind = 'merge'
),

led as (
    select
        former_redirect.old_id,
        coalesce(merged.other_id, former_redirect.enterprise_id) as enterprise_id,
        former_redirect."hour"
    from former_redirect
    left join merged on merged.old_id = former_redirect.enterprise_id
    union all
    select merged.old_id, merged.other_id as enterprise_id, publication."hour"
    from merged
    cross join publication
),

ranked as (
    select *, row_number() over (partition by old_id order by "hour" desc, enterprise_id) as choice
    from led
)

-- An enterprise that came back answers for itself.
select ranked.old_id, ranked.enterprise_id, ranked."hour"
from ranked
left join here on here.enterprise_id = ranked.old_id
where ranked.choice = 1 and here.enterprise_id is null

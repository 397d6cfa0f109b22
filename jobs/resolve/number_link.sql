-- grain: one row per record that its numbers alone assign to one registered enterprise, whose name does not object
-- uses: number_match
with

agreeing as (
    select
        rid,
        enterprise_id,
        number_kind,
        name_level,
        count(*) over (partition by rid) as reached
    from number_match
    where not tail_conflict and name_level <> 'far'
)

select rid, enterprise_id, number_kind, name_level
from agreeing
where reached = 1

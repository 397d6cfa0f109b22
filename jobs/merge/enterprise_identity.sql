-- grain: one row per enterprise that is shown: what resolution knows of it
-- uses:  er_entity
select
    enterprise_id,
    uscc,
    org_code,
    name,
    region_code,
    state,
    coalesce(in_park, false) as in_park,
    branch_of
from er_entity
where coalesce(state, 'active') <> 'merged'
order by enterprise_id

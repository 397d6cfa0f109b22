-- grain: one row per shortened core on an open record, with the registered enterprises whose core begins like it
-- uses: compared_name, anchored_name
with

wanted as (
    select distinct open_core, brand
    from compared_name
    where is_short
)

select wanted.open_core, wanted.brand, count(distinct anchored_name.enterprise_id) as bearers
from wanted
inner join anchored_name on anchored_name.brand = wanted.brand
where substr(anchored_name.core, 1, length(wanted.open_core)) = wanted.open_core
group by wanted.open_core, wanted.brand

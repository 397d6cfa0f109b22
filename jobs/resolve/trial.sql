-- grain: one row per record whose number tells its enterprise, to be asked once more with its number hidden
-- uses: number_link, outsider_anchor
with

told as (
    select rid, enterprise_id, true as is_listed
    from number_link
    where number_kind in ('org', 'reg', 'cut')
    union all
    -- An outsider's record stands for all that speak of somebody whom nobody knows: its own enterprise is kept from it.
    select rid, enterprise_id, false as is_listed
    from outsider_anchor
),

thinned as (
    select greatest(1, cast(floor(count(*) / 20000.0) as integer)) as step
    from told
)

select -told.rid as rid, told.rid as record_rid, told.enterprise_id, told.is_listed
from told
cross join thinned
where told.rid % thinned.step = 0

-- grain: one row per record whose number tells its enterprise, to be asked once more with its number hidden
-- uses: number_link, outsider_anchor
with

-- Names that are the same teach little each: fewer of them are asked, and each counts for more.
told as (
    select rid, enterprise_id, true as is_listed, case when name_level = 'same' then 'same' else 'like' end as kind
    from number_link
    where number_kind in ('org', 'reg', 'cut')
    union all
    -- An outsider's record stands for all that speak of somebody whom nobody knows: its own enterprise is kept from it.
    select rid, enterprise_id, false as is_listed, 'outsider' as kind
    from outsider_anchor
),

thinned as (
    select kind, greatest(1, cast(floor(count(*) / 12000.0) as integer)) as step
    from told
    group by kind
),

finest as (
    select min(step) as step
    from thinned
)

select
    -told.rid as rid,
    told.rid as record_rid,
    told.enterprise_id,
    told.is_listed,
    thinned.step * 1.0 / finest.step as worth
from told
inner join thinned on thinned.kind = told.kind
cross join finest
where told.rid % thinned.step = 0

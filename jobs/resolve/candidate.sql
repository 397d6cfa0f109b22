-- grain: one row per open record and registered enterprise worth comparing
-- uses: open_record, open_name, anchored_key, number_match, decided_veto
with

slot as (
    select n
    from (
        values (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15)
    ) as slots (n)
),

named as (
    select rid, name_keys(name, region_code) as name_keys
    from open_name
),

keyed as (
    select named.rid, split_part(named.name_keys, '|', slot.n) as block_key
    from named
    cross join slot
    where split_part(named.name_keys, '|', slot.n) <> ''
    union all
    select rid, 'A' || substr(region_code, 1, 4) || road || house as block_key
    from open_record
    where road <> '' and house <> ''
    union all
    select rid, 'R' || representative || '@' || region_code as block_key
    from open_record
    where representative <> '' and region_code <> ''
)

select keyed.rid, anchored_key.enterprise_id
from keyed
inner join anchored_key on anchored_key.block_key = keyed.block_key
left join decided_veto
    on decided_veto.rid = keyed.rid and decided_veto.enterprise_id = anchored_key.enterprise_id
where decided_veto.rid is null
union
select number_match.rid, number_match.enterprise_id
from number_match
inner join open_record on open_record.rid = number_match.rid

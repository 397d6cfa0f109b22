-- grain: one row per open record and key under which an enterprise can meet it
-- uses: open_record, open_name, name_key
with

slot as (
    select n
    from (
        values
            (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15), (16), (17), (18), (19), (20),
            (21)
    ) as slots (n)
),

named as (
    select open_name.rid, name_key.name_keys
    from open_name
    inner join name_key on name_key.name = open_name.name and name_key.region_code = open_name.region_code
)

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

-- grain: one row per registered enterprise and key under which a record can meet it
-- uses: anchored, anchored_name
with

slot as (
    select n
    from (
        values (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15)
    ) as slots (n)
),

named as (
    select
        anchored_name.enterprise_id,
        name_keys(anchored_name.name, anchored.region_code) as name_keys
    from anchored_name
    inner join anchored on anchored.enterprise_id = anchored_name.enterprise_id
),

keyed as (
    select named.enterprise_id, split_part(named.name_keys, '|', slot.n) as block_key
    from named
    cross join slot
    where split_part(named.name_keys, '|', slot.n) <> ''
    union
    select enterprise_id, 'A' || substr(region_code, 1, 4) || road || house as block_key
    from anchored
    where road <> '' and house <> ''
    union
    select enterprise_id, 'R' || representative || '@' || region_code as block_key
    from anchored
    where representative <> '' and region_code <> ''
),

counted as (
    select enterprise_id, block_key, count(*) over (partition by block_key) as block_size
    from keyed
)

-- A block too large tells nothing; the finer keys of the same record still find its enterprise.
select enterprise_id, block_key
from counted
where
    block_size <= case substr(block_key, 1, 1)
        when 'N' then 60
        when 'C' then 60
        when 'S' then 40
        when 'D' then 20
        when 'B' then 30
        when 'b' then 5
        else 20
    end

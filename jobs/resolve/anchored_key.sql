-- grain: one row per enterprise with an anchor and key under which an open record can meet it
-- uses: anchored, anchored_name, known_person, known_place, name_key, open_key
with

slot as (
    select n
    from (
        values
            (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15), (16), (17), (18), (19), (20),
            (21)
    ) as slots (n)
),

wanted as (
    select distinct block_key
    from open_key
),

named as (
    select anchored_name.enterprise_id, name_key.name_keys
    from anchored_name
    inner join anchored on anchored.enterprise_id = anchored_name.enterprise_id
    inner join name_key on name_key.name = anchored_name.name and name_key.region_code = anchored.region_code
),

keyed as (
    select named.enterprise_id, split_part(named.name_keys, '|', slot.n) as block_key
    from named
    cross join slot
    where split_part(named.name_keys, '|', slot.n) <> ''
    union all
    select enterprise_id, 'A' || substr(region_code, 1, 4) || road || house as block_key
    from anchored
    where road <> '' and house <> ''
    union all
    select enterprise_id, 'R' || representative || '@' || region_code as block_key
    from anchored
    where representative <> '' and region_code <> ''
    union all
    select known_person.enterprise_id, 'R' || known_person.representative || '@' || anchored.region_code as block_key
    from known_person
    inner join anchored on anchored.enterprise_id = known_person.enterprise_id
    where anchored.region_code <> ''
    union all
    select enterprise_id, 'A' || city || road || house as block_key
    from known_place
),

met as (
    select distinct keyed.enterprise_id, keyed.block_key
    from keyed
    inner join wanted on wanted.block_key = keyed.block_key
),

counted as (
    select block_key, count(*) as block_size
    from met
    group by block_key
)

-- A block too large tells nothing; the finer keys of the same record still find its enterprise.
select met.enterprise_id, met.block_key
from met
inner join counted on counted.block_key = met.block_key
where
    counted.block_size <= case substr(met.block_key, 1, 1)
        when 'N' then 60
        when 'C' then 60
        when 'S' then 40
        when 'L' then 40
        when 'P' then 40
        when 'D' then 40
        when 'B' then 30
        when 'b' then 5
        else 20
    end

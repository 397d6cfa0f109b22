-- grain: one row per name and region, with the keys under which it is met; what was read before is not read again
-- uses: open_name, anchored_name, anchored, key_memory
with

asked as (
    select name, region_code
    from open_name
    union
    select anchored_name.name, anchored.region_code
    from anchored_name
    inner join anchored on anchored.enterprise_id = anchored_name.enterprise_id
),

unread as (
    select asked.name, asked.region_code
    from asked
    left join key_memory on key_memory.name = asked.name and key_memory.region_code = asked.region_code
    where key_memory.name is null
)

select key_memory.name, key_memory.region_code, key_memory.name_keys
from asked
inner join key_memory on key_memory.name = asked.name and key_memory.region_code = asked.region_code
union all
select name, region_code, name_keys(name, region_code) as name_keys
from unread

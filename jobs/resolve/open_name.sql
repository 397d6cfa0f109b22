-- grain: one row per open record and name on it; A（原B） has two
-- uses: open_record
with

aliased as (
    select rid, region_code, name_form(alias) as name
    from open_record
    where alias <> ''
)

select rid, region_code, name, full_name, 'given' as kind
from open_record
where full_name <> ''
union all
select rid, region_code, name, split_part(name, chr(31), 1) as full_name, 'alias' as kind
from aliased

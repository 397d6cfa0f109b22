-- grain: one row per further record whose normal name exactly one registered enterprise of its region bears
-- uses: record_form, registered, registered_name, number_match
with

free as (
    select record_form.rid, record_form.full_name, record_form.region_code
    from record_form
    left join number_match on number_match.rid = record_form.rid
    where not record_form.in_register and number_match.rid is null and record_form.full_name <> ''
),

named as (
    select
        free.rid,
        registered_name.enterprise_id,
        registered_name.kind,
        free.region_code = '' or registered.region_code = '' or free.region_code = registered.region_code as same_region,
        count(*) over (partition by free.rid) as bearers
    from free
    inner join registered_name on registered_name.full_name = free.full_name
    inner join registered on registered.enterprise_id = registered_name.enterprise_id
)

select rid, enterprise_id, kind
from named
where bearers = 1 and same_region

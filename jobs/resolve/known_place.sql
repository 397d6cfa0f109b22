-- grain: one row per enterprise and house that records under its number name, other than where its anchoring record has it
-- uses: record_form, number_link, outsider_anchor, anchored
with

told as (
    select rid, enterprise_id
    from number_link
    union all
    select rid, enterprise_id
    from outsider_anchor
),

-- A plant, a site or an office given up: the register does not list it, yet records of one enterprise repeat it.
placed as (
    select
        told.enterprise_id,
        substr(record_form.region_code, 1, 4) as city,
        record_form.road,
        record_form.house,
        count(*) as records
    from told
    inner join record_form on record_form.rid = told.rid
    inner join anchored on anchored.enterprise_id = told.enterprise_id
    where
        record_form.road <> ''
        and record_form.house <> ''
        and record_form.road || '|' || record_form.house <> anchored.road || '|' || anchored.house
    group by told.enterprise_id, substr(record_form.region_code, 1, 4), record_form.road, record_form.house
)

select
    enterprise_id,
    city,
    road,
    house,
    records,
    count(*) over (partition by city, road, house) as enterprises
from placed

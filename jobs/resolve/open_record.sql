-- grain: one row per record that its numbers do not settle; a trial's rid is below zero
-- uses: record_form, anchor_record, number_claim, number_link, number_match, anchored, trial
with

numbered as (
    select rid, min(value) as number_value
    from number_claim
    where kind in ('org', 'reg', 'cut')
    group by rid
),

-- Offices put the head's number on its branch: that number says nothing against the branch.
head_numbered as (
    select distinct number_match.rid
    from number_match
    inner join record_form on record_form.rid = number_match.rid
    inner join anchored on anchored.enterprise_id = number_match.enterprise_id
    where record_form.tail <> '' and anchored.full_name = record_form.head
)

select
    record_form.rid,
    record_form.feed,
    record_form.name,
    record_form.full_name,
    record_form.name_region,
    case when record_form.name_region <> '' then region_form(record_form.name_region) else '' end as name_county,
    record_form.tail,
    record_form.alias,
    record_form.region_code,
    record_form.road,
    record_form.house,
    record_form.room,
    record_form.representative,
    case when head_numbered.rid is null then numbered.number_value end as number_value
from record_form
left join anchor_record on anchor_record.rid = record_form.rid
left join number_link on number_link.rid = record_form.rid
left join numbered on numbered.rid = record_form.rid
left join head_numbered on head_numbered.rid = record_form.rid
where anchor_record.rid is null and number_link.rid is null
union all
select
    trial.rid,
    record_form.feed,
    record_form.name,
    record_form.full_name,
    record_form.name_region,
    case when record_form.name_region <> '' then region_form(record_form.name_region) else '' end as name_county,
    record_form.tail,
    record_form.alias,
    record_form.region_code,
    record_form.road,
    record_form.house,
    record_form.room,
    record_form.representative,
    cast(null as varchar) as number_value
from trial
inner join record_form on record_form.rid = trial.record_rid

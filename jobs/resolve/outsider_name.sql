-- grain: one row per record without a usable number whose full name others of its county share
-- uses: record_form, anchored_name, number_link, evidence_link, anchor_record
with

free as (
    select
        record_form.rid,
        record_form.full_name,
        -- A name that tells its region is the same wherever the site lies; else it speaks only within one county.
        case when record_form.name_region <> '' then '' else record_form.region_code end as region_code,
        record_form.name_region
    from record_form
    left join number_link on number_link.rid = record_form.rid
    left join evidence_link on evidence_link.rid = record_form.rid
    left join anchor_record on anchor_record.rid = record_form.rid
    left join anchored_name on anchored_name.full_name = record_form.full_name
    where
        anchor_record.rid is null
        and number_link.rid is null
        and evidence_link.rid is null
        and anchored_name.full_name is null
        and length(record_form.brand) >= 2
        and (record_form.legal_form in ('有限公司', '股份公司', '合伙', '合作社') or record_form.tail <> '')
),

grouped as (
    select full_name, region_code, min(rid) as first_rid
    from free
    where region_code <> '' or name_region <> ''
    group by full_name, region_code
    having count(*) > 1
)

select
    free.rid,
    enterprise_id('name:' || free.full_name || '@' || free.region_code) as enterprise_id
from free
inner join grouped on grouped.full_name = free.full_name and grouped.region_code = free.region_code

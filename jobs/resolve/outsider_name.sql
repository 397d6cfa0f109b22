-- grain: one row per record without a usable number whose full name others of its county share
-- uses: record_form, anchored_name, number_link, evidence_link, anchor_record, name_rarity
with

free as (
    select
        record_form.rid,
        record_form.full_name,
        -- A name that tells its region is the same wherever the site lies; else it speaks only within one county.
        case when record_form.name_region <> '' then '' else record_form.region_code end as region_code,
        record_form.name_region,
        record_form.representative,
        case when record_form.house <> '' then record_form.road || record_form.house else '' end as place,
        -- Shops repeat their names: where the register has few such names twice, a name is enough.
        record_form.legal_form in ('有限公司', '股份公司', '合伙', '合作社')
        or record_form.tail <> ''
        or coalesce(name_rarity.full_bits, 0) >= 7 as is_rare
    from record_form
    left join number_link on number_link.rid = record_form.rid
    left join evidence_link on evidence_link.rid = record_form.rid
    left join anchor_record on anchor_record.rid = record_form.rid
    left join anchored_name on anchored_name.full_name = record_form.full_name
    left join name_rarity
        on
            name_rarity.legal_form = record_form.legal_form
            and name_rarity.tells_region = (record_form.name_region <> '')
    where
        anchor_record.rid is null
        and number_link.rid is null
        and evidence_link.rid is null
        and anchored_name.full_name is null
        and length(record_form.brand) >= 2
        and (record_form.region_code <> '' or record_form.name_region <> '')
),

-- Any name is enough where the person or the house is the same as well.
witness as (
    select rid, full_name, region_code, '' as told, 0 as place_in_line
    from free
    where is_rare
    union all
    select rid, full_name, region_code, '&' || representative as told, 1 as place_in_line
    from free
    where not is_rare and representative <> ''
    union all
    select rid, full_name, region_code, '#' || place as told, 2 as place_in_line
    from free
    where not is_rare and place <> ''
),

shared as (
    select
        *,
        count(*) over (partition by full_name, region_code, told) as records
    from witness
),

chosen as (
    select
        *,
        row_number() over (partition by rid order by place_in_line) as choice
    from shared
    where records > 1
),

grouped as (
    select
        *,
        count(*) over (partition by full_name, region_code, told) as members
    from chosen
    where choice = 1
)

select rid, enterprise_id('name:' || full_name || '@' || region_code || told) as enterprise_id
from grouped
where members > 1

-- grain: one row per record without a usable number whose name others of its county share
-- uses: record_form, anchored_name, number_link, evidence_link, anchor_record, name_rarity, name_count, place_count
with

register_size as (
    select greatest(max(enterprises), 2) as enterprises
    from place_count
    where part = 'all'
),

known_core as (
    select distinct core || '|' || tail as core
    from anchored_name
    where core <> ''
),

free as (
    select
        record_form.rid,
        -- Brand and trade that no known enterprise has are as good as the whole name, which people cut at both ends; a
        -- longer one that sounds the same is the same.
        case
            when known_core.core is null and length(record_form.core_sound) >= 5
                then record_form.core_sound || '|' || record_form.tail
            when known_core.core is null and length(record_form.brand || record_form.industry) >= 4
                then record_form.brand || record_form.industry || '|' || record_form.tail
            else record_form.full_name
        end as name,
        -- A name that tells its region is the same wherever the site lies; else it speaks only within one county.
        case
            when record_form.name_region = '' then record_form.region_code
            when substr(region_form(record_form.name_region), 5) in ('', '00') then record_form.name_region
            else region_form(record_form.name_region)
        end as place_told,
        record_form.representative,
        case when record_form.house <> '' then record_form.road || record_form.house else '' end as place,
        -- Shops repeat their names: where the register has few such names twice, a name is enough.
        record_form.legal_form in ('有限公司', '股份公司', '公司', '合伙', '合作社')
        or (record_form.legal_form = '厂' and record_form.name_region <> '')
        or record_form.tail <> ''
        or coalesce(name_rarity.full_bits, 0) >= 7 as is_rare
    from record_form
    left join number_link on number_link.rid = record_form.rid
    left join evidence_link on evidence_link.rid = record_form.rid
    left join anchor_record on anchor_record.rid = record_form.rid
    left join anchored_name on anchored_name.full_name = record_form.full_name
    left join known_core on known_core.core = record_form.brand || record_form.industry || '|' || record_form.tail
    cross join register_size
    left join name_count as brand_count on brand_count.part = 'brand' and brand_count.text = record_form.brand_sound
    left join name_count as trade_count on trade_count.part = 'trade' and trade_count.text = record_form.industry
    left join name_rarity
        on
            name_rarity.legal_form = record_form.legal_form
            and name_rarity.tells_region = (record_form.name_region <> '')
            and name_rarity.commonness
            = cast(
                greatest(
                    least(
                        floor(
                            log2(
                                coalesce(brand_count.bearers, 1) * 1.0 * coalesce(trade_count.bearers, 1)
                                / register_size.enterprises
                            )
                        ),
                        4
                    ),
                    -8
                ) as integer
            )
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
    select rid, name, place_told, '' as told, 0 as place_in_line
    from free
    where is_rare
    union all
    select rid, name, place_told, '&' || representative as told, 1 as place_in_line
    from free
    where not is_rare and representative <> ''
    union all
    select rid, name, place_told, '#' || place as told, 2 as place_in_line
    from free
    where not is_rare and place <> ''
),

shared as (
    select
        *,
        count(*) over (partition by name, place_told, told) as records
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
        count(*) over (partition by name, place_told, told) as members
    from chosen
    where choice = 1
)

select rid, enterprise_id('name:' || name || '@' || place_told || told) as enterprise_id
from grouped
where members > 1

-- grain: one row per record, with its normal forms
-- uses: er_source, record_number, register_feed, source_form
with

parsed as (
    select
        record_number.rid,
        er_source.feed,
        er_source.record_key,
        register_feed.feed is not null as in_register,
        er_source.in_roster,
        coalesce(er_source.former_names, '') as former_names,
        er_source.former_until,
        er_source.status,
        er_source.park_status,
        er_source.observed_at,
        er_source.ent_name as written_name,
        er_source.named_feed,
        er_source.named_key,
        source_form.name,
        source_form.claims,
        source_form.place,
        source_form.region_code,
        source_form.representative
    from er_source
    inner join source_form
        on source_form.feed = er_source.feed and source_form.record_key = er_source.record_key
    inner join record_number
        on record_number.feed = er_source.feed and record_number.record_key = er_source.record_key
    left join register_feed on register_feed.feed = er_source.feed
)

select
    rid,
    feed,
    record_key,
    in_register,
    in_roster,
    former_names,
    try_cast(former_until as timestamp) as former_until,
    status,
    park_status,
    observed_at,
    written_name,
    named_feed,
    named_key,
    name,
    split_part(name, chr(31), 1) as full_name,
    split_part(name, chr(31), 2) as name_region,
    split_part(name, chr(31), 3) as brand,
    split_part(name, chr(31), 4) as industry,
    split_part(name, chr(31), 5) as legal_form,
    split_part(name, chr(31), 6) as tail,
    split_part(name, chr(31), 7) as head,
    split_part(name, chr(31), 8) as alias,
    split_part(name, chr(31), 9) as core_sound,
    split_part(name, chr(31), 10) as brand_sound,
    claims,
    case
        when region_code <> '' then region_code
        when split_part(place, chr(31), 1) <> '' then split_part(place, chr(31), 1)
        -- A county that stands in the name; a province there says too little, and a branch bears its head's.
        when
            split_part(name, chr(31), 6) = ''
            and substr(region_form(split_part(name, chr(31), 2)), 5) <> '00'
            then region_form(split_part(name, chr(31), 2))
        else ''
    end as region_code,
    split_part(place, chr(31), 3) as road,
    split_part(place, chr(31), 4) as house,
    split_part(place, chr(31), 5) as building,
    split_part(place, chr(31), 6) as room,
    representative
from parsed

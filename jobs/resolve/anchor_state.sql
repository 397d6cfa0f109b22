-- grain: one row per enterprise with an anchor: the digest of all that evidence reads of it
-- uses: anchored, anchored_name, known_person, known_place, numbered_feed, name_count, place_count
with

total as (
    select greatest(max(enterprises), 2) as enterprises
    from place_count
    where part = 'all'
),

-- A shortened name is met by all whose name begins like it, under one brand.
sister as (
    select brand, cast(sum(cast(content_number(enterprise_id || core) as decimal(38, 0))) as varchar) as names
    from anchored_name
    group by brand
),

-- A name that somebody else begins to bear is another name to evidence.
named as (
    select
        anchored_name.enterprise_id,
        anchored_name.kind || chr(31) || anchored_name.name
        || chr(31) || coalesce(cast(core_count.bearers as varchar), '')
        || chr(31) || coalesce(cast(brand_count.bearers as varchar), '')
        || chr(31) || coalesce(sister.names, '')
        -- Bearers of a trade come every hour: only what they make of the name counts.
        || chr(31)
        || cast(
            greatest(
                least(
                    floor(
                        log2(coalesce(brand_count.bearers, 1) * 1.0 * coalesce(trade_count.bearers, 1) / total.enterprises)
                    ),
                    4
                ),
                -8
            ) as varchar
        ) as text
    from anchored_name
    cross join total
    left join sister on sister.brand = anchored_name.brand
    left join name_count as trade_count
        on
            trade_count.part = 'trade'
            and trade_count.text = substr(anchored_name.core, length(anchored_name.brand) + 1)
    left join name_count as core_count
        on core_count.part = 'core' and core_count.text = anchored_name.core || '|' || anchored_name.tail
    left join name_count as brand_count on brand_count.part = 'brand' and brand_count.text = anchored_name.brand_sound
),

borne as (
    select enterprise_id, cast(sum(cast(content_number(text) as decimal(38, 0))) as varchar) as names
    from named
    group by enterprise_id
),

person as (
    select enterprise_id, cast(sum(cast(content_number(representative) as decimal(38, 0))) as varchar) as persons
    from known_person
    where records > 0
    group by enterprise_id
),

site as (
    select
        enterprise_id,
        cast(
            sum(
                cast(
                    content_number(
                        city || chr(31) || road || chr(31) || house || chr(31) || cast(enterprises as varchar)
                    ) as decimal(38, 0)
                )
            ) as varchar
        ) as houses
    from known_place
    group by enterprise_id
),

office as (
    select enterprise_id, cast(sum(cast(content_number(feed) as decimal(38, 0))) as varchar) as feeds
    from numbered_feed
    where records > 0
    group by enterprise_id
)

select
    anchored.enterprise_id,
    md5(
        anchored.enterprise_id
        || chr(29) || coalesce(borne.names, '')
        || chr(29) || coalesce(person.persons, '')
        || chr(29) || coalesce(site.houses, '')
        || chr(29) || coalesce(office.feeds, '')
        || chr(29) || coalesce(anchored.uscc, '')
        || chr(29) || case when anchored.is_registered then '' else anchored.feed end
        || chr(29) || coalesce(anchored.org_code, '')
        || chr(29) || coalesce(anchored.status, '')
        || chr(29) || coalesce(anchored.name_region, '')
        || chr(29) || coalesce(anchored.legal_form, '')
        || chr(29) || coalesce(anchored.region_code, '')
        || chr(29) || coalesce(anchored.road, '')
        || chr(29) || coalesce(anchored.house, '')
        || chr(29) || coalesce(anchored.room, '')
        || chr(29) || coalesce(anchored.representative, '')
        || chr(29) || coalesce(cast(county_count.enterprises as varchar), '')
        || chr(29) || coalesce(cast(city_count.enterprises as varchar), '')
        || chr(29) || coalesce(cast(road_count.enterprises as varchar), '')
        || chr(29) || coalesce(cast(house_count.enterprises as varchar), '')
        || chr(29) || coalesce(cast(room_count.enterprises as varchar), '')
    ) as state
from anchored
left join borne on borne.enterprise_id = anchored.enterprise_id
left join person on person.enterprise_id = anchored.enterprise_id
left join site on site.enterprise_id = anchored.enterprise_id
left join office on office.enterprise_id = anchored.enterprise_id
left join place_count as county_count on county_count.part = 'county' and county_count.text = anchored.region_code
left join place_count as city_count on city_count.part = 'city' and city_count.text = substr(anchored.region_code, 1, 4)
left join place_count as road_count
    on road_count.part = 'road' and road_count.text = substr(anchored.region_code, 1, 4) || anchored.road
left join place_count as house_count
    on
        house_count.part = 'house'
        and house_count.text = substr(anchored.region_code, 1, 4) || anchored.road || '|' || anchored.house
left join place_count as room_count
    on
        room_count.part = 'room'
        and room_count.text
        = substr(anchored.region_code, 1, 4) || anchored.road || '|' || anchored.house || '|' || anchored.room

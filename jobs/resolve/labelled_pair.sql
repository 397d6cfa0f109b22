-- grain: one row per record and the enterprise its number names: free labels, with what else agrees
-- uses: record_form, anchored, anchored_name, known_person, known_place, number_match
with

renamed as (
    select distinct enterprise_id
    from anchored_name
    where kind = 'former'
),

told_place as (
    select enterprise_id, road, house, sum(records) as records
    from known_place
    group by enterprise_id, road, house
),

single as (
    select
        rid,
        enterprise_id,
        name_level,
        name_kind,
        tail_conflict,
        count(*) over (partition by rid) as reached
    from number_match
    where number_kind <> 'repair'
)

select
    record_form.rid,
    record_form.feed,
    single.name_level,
    single.name_kind,
    renamed.enterprise_id is not null as was_renamed,
    case
        when record_form.region_code = '' or anchored.region_code = '' then 'none'
        when record_form.region_code = anchored.region_code then 'county'
        -- A code that ends with the city says nothing about the county.
        when substr(record_form.region_code, 5) = '00' or substr(anchored.region_code, 5) = '00' then 'none'
        when substr(record_form.region_code, 1, 4) = substr(anchored.region_code, 1, 4) then 'city'
        else 'other'
    end as region_level,
    case
        when record_form.road = anchored.road and record_form.house <> '' and record_form.house = anchored.house
            then 'house'
        -- Another record of it names the same house, where the register does not know it.
        when told_place.records > 1 then 'told'
        when record_form.road = '' or anchored.road = '' then 'none'
        when record_form.road = anchored.road then 'road'
        else 'other'
    end as place_level,
    case
        when record_form.representative = '' or anchored.representative = '' then 'none'
        when record_form.representative = anchored.representative then 'same'
        -- Another record of it names the same person, whom the register does not name any more.
        when known_person.records > 1 then 'told'
        else 'other'
    end as person_level
from single
inner join record_form on record_form.rid = single.rid
inner join anchored on anchored.enterprise_id = single.enterprise_id
left join renamed on renamed.enterprise_id = single.enterprise_id
left join known_person
    on known_person.enterprise_id = single.enterprise_id and known_person.representative = record_form.representative
left join told_place
    on
        told_place.enterprise_id = single.enterprise_id
        and told_place.road = record_form.road
        and told_place.house = record_form.house
where single.reached = 1 and not single.tail_conflict

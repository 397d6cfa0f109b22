-- grain: one row per kind and text of a place (or representative), with the registered enterprises there
-- uses: anchored, place_size
-- Those of the whole, of cities, counties and roads stay what they were when numbers were learnt; a new one has its own.
select place_size.part, place_size.text, place_size.enterprises
from place_size
union all
select 'county' as part, anchored.region_code as text, count(*) as enterprises
from anchored
left join place_size on place_size.part = 'county' and place_size.text = anchored.region_code
where anchored.region_code <> '' and place_size.text is null
group by anchored.region_code
union all
select 'city' as part, substr(anchored.region_code, 1, 4) as text, count(*) as enterprises
from anchored
left join place_size on place_size.part = 'city' and place_size.text = substr(anchored.region_code, 1, 4)
where anchored.region_code <> '' and place_size.text is null
group by substr(anchored.region_code, 1, 4)
union all
select 'province' as part, substr(anchored.region_code, 1, 2) as text, count(*) as enterprises
from anchored
left join place_size on place_size.part = 'province' and place_size.text = substr(anchored.region_code, 1, 2)
where anchored.region_code <> '' and place_size.text is null
group by substr(anchored.region_code, 1, 2)
union all
select 'road' as part, substr(anchored.region_code, 1, 4) || anchored.road as text, count(*) as enterprises
from anchored
left join place_size
    on place_size.part = 'road' and place_size.text = substr(anchored.region_code, 1, 4) || anchored.road
where anchored.road <> '' and place_size.text is null
group by substr(anchored.region_code, 1, 4) || anchored.road
union all
select 'house' as part, substr(region_code, 1, 4) || road || '|' || house as text, count(*) as enterprises
from anchored
where road <> '' and house <> ''
group by substr(region_code, 1, 4) || road || '|' || house
union all
select
    'room' as part,
    substr(region_code, 1, 4) || road || '|' || house || '|' || room as text,
    count(*) as enterprises
from anchored
where road <> '' and house <> '' and room <> ''
group by substr(region_code, 1, 4) || road || '|' || house || '|' || room
union all
select 'person' as part, representative as text, count(*) as enterprises
from anchored
where representative <> ''
group by representative

-- grain: one row per kind and text of a place (or representative), with the registered enterprises there
-- uses: anchored
select 'all' as part, '' as text, count(*) as enterprises
from anchored
union all
select 'county' as part, region_code as text, count(*) as enterprises
from anchored
where region_code <> ''
group by region_code
union all
select 'city' as part, substr(region_code, 1, 4) as text, count(*) as enterprises
from anchored
where region_code <> ''
group by substr(region_code, 1, 4)
union all
select 'province' as part, substr(region_code, 1, 2) as text, count(*) as enterprises
from anchored
where region_code <> ''
group by substr(region_code, 1, 2)
union all
select 'road' as part, substr(region_code, 1, 4) || road as text, count(*) as enterprises
from anchored
where road <> ''
group by substr(region_code, 1, 4) || road
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

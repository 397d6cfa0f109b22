-- grain: one row per county, city, province and road, and one for all of them: the enterprises there when numbers were last learnt
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

-- grain: one row per kind and text of a name's part, with the registered enterprises that bear it
-- uses: anchored_name
select 'full' as part, full_name as text, count(distinct enterprise_id) as bearers
from anchored_name
group by full_name
union all
select 'core' as part, core || '|' || tail as text, count(distinct enterprise_id) as bearers
from anchored_name
where core <> ''
group by core || '|' || tail
union all
select 'brand' as part, brand_sound as text, count(distinct enterprise_id) as bearers
from anchored_name
where brand_sound <> ''
group by brand_sound
union all
select 'trade' as part, substr(core, length(brand) + 1) as text, count(distinct enterprise_id) as bearers
from anchored_name
where core <> ''
group by substr(core, length(brand) + 1)

-- 园区企业按行业门类计数
select
    industry_section,
    count(*) as enterprises
from enterprise
where in_park
group by industry_section
order by enterprises desc, industry_section;

-- 每户现有不动产的土地与建筑面积（平方米）
select
    enterprise.ent_name,
    count(*) as certificates,
    sum(real_estate.land_area_m2) as land_m2,
    sum(real_estate.building_area_m2) as building_m2
from real_estate
inner join enterprise using (enterprise_id)
group by enterprise.enterprise_id, enterprise.ent_name
order by land_m2 desc nulls last;

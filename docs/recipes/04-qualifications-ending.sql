-- 九十天内到期的资质
select
    enterprise.ent_name,
    qualification.qual_type_name,
    qualification.qual_level,
    qualification.valid_to
from qualification
inner join enterprise using (enterprise_id)
where qualification.valid_to between current_date and current_date + interval 90 day
order by qualification.valid_to;

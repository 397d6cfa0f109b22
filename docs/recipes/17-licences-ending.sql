-- 九十天内到期的行政许可
select
    enterprise.ent_name,
    licence.cert_name,
    licence.cert_no,
    licence.valid_to,
    licence.authority
from licence
inner join enterprise using (enterprise_id)
where licence.valid_to between current_date and current_date + interval 90 day
order by licence.valid_to;

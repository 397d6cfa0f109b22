-- 每户最近一年的纳税信用等级
select
    enterprise.ent_name,
    max(credit_rating.rating_year) as rating_year,
    arg_max(credit_rating.rating, credit_rating.rating_year) as rating
from credit_rating
inner join enterprise using (enterprise_id)
group by enterprise.enterprise_id, enterprise.ent_name
order by rating, enterprise.ent_name;

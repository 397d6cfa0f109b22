-- 近一年成立的企业
select
    ent_name,
    uscc,
    est_date,
    reg_capital
from enterprise
where est_date >= current_date - interval 1 year
order by est_date desc;

-- 公示期内的行政处罚与罚款（万元）
select
    enterprise.ent_name,
    count(*) as penalties,
    sum(penalty.fine) as fines,
    max(penalty.decision_date) as latest
from penalty
inner join enterprise using (enterprise_id)
group by enterprise.enterprise_id, enterprise.ent_name
order by fines desc nulls last;

-- 改过名的企业及其曾用名
select
    enterprise.ent_name,
    enterprise_name.name as former_name
from enterprise_name
inner join enterprise using (enterprise_id)
where enterprise_name.kind = 'former'
order by enterprise.ent_name, former_name;

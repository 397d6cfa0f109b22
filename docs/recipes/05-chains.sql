-- 各产业链上的企业及角色
select
    chain_name,
    chain_role,
    count(*) as enterprises,
    string_agg(ent_name, '、' order by ent_name) as names
from enterprise
where chain_name is not null
group by chain_name, chain_role
order by chain_name, chain_role;

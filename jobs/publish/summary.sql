-- grain: one row per enterprise: what a list of results shows
-- uses:  enterprise, enterprise_identity, claim
with

believed as (
    select
        enterprise_id,
        max(case when attribute = 'uscc' then value end) as uscc,
        max(case when attribute = 'ent_name' then value end) as name,
        max(case when attribute = 'reg_status_name' then value end) as status_name,
        max(case when attribute = 'reg_status_code' then value end) as status_code,
        max(case when attribute = 'address' then value end) as address
    from claim
    where
        winner
        and attribute in ('uscc', 'ent_name', 'reg_status_name', 'reg_status_code', 'address')
    group by enterprise_id
)

select
    enterprise.enterprise_id,
    coalesce(believed.uscc, enterprise_identity.uscc) as uscc,
    coalesce(believed.name, enterprise_identity.name) as name,
    coalesce(believed.status_name, believed.status_code) as status,
    believed.address,
    enterprise.in_park
from enterprise
inner join enterprise_identity on enterprise_identity.enterprise_id = enterprise.enterprise_id
left join believed on believed.enterprise_id = enterprise.enterprise_id
order by enterprise.enterprise_id

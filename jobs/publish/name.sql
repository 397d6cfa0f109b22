-- grain: one row per enterprise and name that it bears or bore, ready for search
-- uses:  enterprise, enterprise_name, claim
with

known as (
    select
        enterprise_id,
        name,
        kind
    from enterprise_name
    union all
    select
        enterprise_id,
        value as name,
        case when winner then 'current' else 'alias' end as kind
    from claim
    where attribute = 'ent_name'
),

once as (
    select
        enterprise_id,
        normal_name(name) as normal,
        max(name) as name,
        min(case kind when 'current' then 1 when 'former' then 2 else 3 end) as kind
    from known
    group by enterprise_id, normal_name(name)
)

select
    once.enterprise_id,
    once.name,
    case once.kind when 1 then 'current' when 2 then 'former' else 'alias' end as kind,
    once.normal,
    name_pinyin(once.normal) as pinyin,
    name_initials(once.normal) as initials
from once
inner join enterprise on enterprise.enterprise_id = once.enterprise_id
where once.normal <> ''
order by
    once.enterprise_id,
    kind,
    once.normal

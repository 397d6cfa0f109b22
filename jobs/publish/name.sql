-- grain: one row per enterprise and name that it bears or bore, ready for search
-- uses:  enterprise, enterprise_name, claim
with

known as (
    select
        enterprise_id,
        name,
        kind,
        normal_name(name) as normal
    from enterprise_name
    union all
    select
        enterprise_id,
        value as name,
        case when winner then 'current' else 'alias' end as kind,
        normal_name(value) as normal
    from claim
    where attribute = 'ent_name'
),

once as (
    select
        enterprise_id,
        normal,
        max(name) as name,
        min(case kind when 'current' then 1 when 'former' then 2 else 3 end) as kind
    from known
    where normal <> ''
    group by
        enterprise_id,
        normal
),

sounded as (
    select
        enterprise_id,
        name,
        kind,
        normal,
        name_sound(normal) as sound
    from once
)

select
    sounded.enterprise_id,
    sounded.name,
    case sounded.kind when 1 then 'current' when 2 then 'former' else 'alias' end as kind,
    sounded.normal,
    split_part(sounded.sound, ' ', 1) as pinyin,
    split_part(sounded.sound, ' ', 2) as initials
from sounded
inner join enterprise on enterprise.enterprise_id = sounded.enterprise_id
order by
    sounded.enterprise_id,
    kind,
    sounded.normal

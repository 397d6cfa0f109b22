-- grain: one row per enterprise, name, kind of name and the days on which it began and ended
-- uses:  er_name, er_entity
with

borne as (
    select
        enterprise_id,
        name,
        kind,
        cast(valid_from as date) as valid_from,
        cast(valid_to as date) as valid_to,
        feed
    from er_name
    where name <> ''
)

select
    borne.enterprise_id,
    borne.name,
    borne.kind,
    borne.valid_from,
    borne.valid_to,
    min(borne.feed) as feed
from borne
inner join er_entity on er_entity.enterprise_id = borne.enterprise_id
group by
    borne.enterprise_id,
    borne.name,
    borne.kind,
    borne.valid_from,
    borne.valid_to
order by
    borne.enterprise_id,
    borne.kind,
    borne.name,
    borne.valid_from,
    borne.valid_to

-- grain: one row per enterprise, name and kind of name
-- uses:  er_name, er_entity
select
    er_name.enterprise_id,
    er_name.name,
    er_name.kind,
    er_name.valid_from,
    er_name.valid_to,
    min(er_name.feed) as feed
from er_name
inner join er_entity on er_entity.enterprise_id = er_name.enterprise_id
where er_name.name <> ''
group by
    er_name.enterprise_id,
    er_name.name,
    er_name.kind,
    er_name.valid_from,
    er_name.valid_to
order by
    er_name.enterprise_id,
    er_name.kind,
    er_name.name,
    er_name.valid_from,
    er_name.valid_to

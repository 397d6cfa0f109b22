-- grain: one row per enterprise, kind of number and value
-- uses:  er_number, er_entity
select
    er_number.enterprise_id,
    er_number.kind,
    er_number.value,
    min(er_number.feed) as feed
from er_number
inner join er_entity on er_entity.enterprise_id = er_number.enterprise_id
group by
    er_number.enterprise_id,
    er_number.kind,
    er_number.value
order by
    er_number.enterprise_id,
    er_number.kind,
    er_number.value

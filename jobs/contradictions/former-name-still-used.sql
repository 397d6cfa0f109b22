-- grain: one row per enterprise and feed that still uses a name which the enterprise has given up
-- uses:  conflict, enterprise_name
-- title: 仍在使用曾用名
-- weight: 55
select
    conflict.enterprise_id,
    split_part(conflict.feed, '.', 1) as department,
    conflict.feed,
    conflict.attribute,
    conflict.value as said,
    conflict.winner_value as against,
    conflict.observed_at
from conflict
inner join enterprise_name
    on enterprise_name.enterprise_id = conflict.enterprise_id
    and enterprise_name.name = conflict.value
    and enterprise_name.kind = 'former'
where conflict.attribute = 'ent_name'

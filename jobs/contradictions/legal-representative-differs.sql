-- grain: one row per enterprise and feed that names another legal representative than the believed one
-- uses:  conflict
-- title: 法定代表人不一致
-- weight: 70
select
    enterprise_id,
    split_part(feed, '.', 1) as department,
    feed,
    attribute,
    value as said,
    winner_value as against,
    observed_at
from conflict
where attribute = 'legal_rep_name'

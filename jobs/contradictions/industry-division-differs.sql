-- grain: one row per enterprise and feed whose industry lies in another division than the believed one
-- uses:  conflict
-- title: 行业大类不一致
-- weight: 20
select
    enterprise_id,
    split_part(feed, '.', 1) as department,
    feed,
    attribute,
    value as said,
    winner_value as against,
    observed_at
from conflict
where
    attribute = 'industry_code'
    -- The section's letter may stand before the division.
    and substr(value, case when value >= 'A' then 2 else 1 end, 2)
    <> substr(winner_value, case when winner_value >= 'A' then 2 else 1 end, 2)

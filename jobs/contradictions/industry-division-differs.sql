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
    and substr(ltrim(value, 'ABCDEFGHIJKLMNOPQRST'), 1, 2)
    <> substr(ltrim(winner_value, 'ABCDEFGHIJKLMNOPQRST'), 1, 2)

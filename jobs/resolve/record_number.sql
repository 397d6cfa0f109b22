-- grain: one row per record: its number in the order of feed and key
-- uses: er_source
select
    feed,
    record_key,
    row_number() over (order by feed, record_key) as rid
from er_source

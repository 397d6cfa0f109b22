-- grain: one row per feed: how many records it has
-- uses: er_source
select feed, count(*) as records
from er_source
group by feed

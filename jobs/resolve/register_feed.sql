-- grain: one row per feed that lists enterprises; the only place that names it
-- uses:
select 'market-regulation.registration' as feed

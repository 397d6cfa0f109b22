-- grain: one row per reason why numbers that were learnt earlier no longer speak of these records
-- uses: record_count, register_feed, learnt_count
with

counted as (
    select
        record_count.feed,
        record_count.records,
        coalesce(learnt_count.records, 0) as records_then,
        learnt_count.feed is null as is_new
    from record_count
    left join learnt_count on learnt_count.feed = record_count.feed
),

total as (
    select register_feed.feed is not null as in_register, sum(record_count.records) as records
    from record_count
    left join register_feed on register_feed.feed = record_count.feed
    group by register_feed.feed is not null
),

total_then as (
    select register_feed.feed is not null as in_register, sum(learnt_count.records) as records
    from learnt_count
    left join register_feed on register_feed.feed = learnt_count.feed
    group by register_feed.feed is not null
)

-- A tenth of a bit, which no decision hangs on, is seven in a hundred.
select 'total' as reason, case when total.in_register then 'register' else 'others' end as subject
from total
left join total_then on total_then.in_register = total.in_register
where abs(log2(total.records * 1.0 / coalesce(total_then.records, 1))) > 0.1
union all
select 'feed' as reason, feed as subject
from counted
where is_new or records > 2 * records_then + 100

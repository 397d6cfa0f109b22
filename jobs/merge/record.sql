-- grain: one row per record that speaks for an enterprise; rec counts them from the newest to the oldest
-- uses:  speaker, er_entity
with

enterprise as (
    select
        enterprise_id,
        row_number() over (order by enterprise_id) as eid
    from er_entity
    where coalesce(state, 'active') <> 'merged'
),

-- Of what one feed says more than two thousand times of an enterprise the newest two thousand speak for it.
crowded as (
    select
        enterprise_id,
        feed
    from speaker
    group by
        enterprise_id,
        feed
    having count(*) > 2000
),

newest as (
    select
        speaker.enterprise_id,
        speaker.feed,
        speaker.record_key,
        row_number() over (
            partition by speaker.enterprise_id, speaker.feed
            order by speaker.observed_at desc nulls last, speaker.record_key
        ) as turn
    from speaker
    inner join crowded on crowded.enterprise_id = speaker.enterprise_id and crowded.feed = speaker.feed
),

older as (
    select
        feed,
        record_key
    from newest
    where turn > 2000
)

select
    row_number() over (
        order by speaker.observed_at desc nulls last, speaker.feed, speaker.record_key
    ) as rec,
    enterprise.eid,
    speaker.enterprise_id,
    speaker.feed,
    speaker.record_key,
    speaker.observed_at,
    speaker."window",
    speaker.object,
    speaker."offset",
    speaker.length,
    speaker.sheet,
    speaker."row",
    speaker.cells
from speaker
inner join enterprise on enterprise.enterprise_id = speaker.enterprise_id
left join older on older.feed = speaker.feed and older.record_key = speaker.record_key
where older.record_key is null

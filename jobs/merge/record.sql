-- grain: one row per record that speaks for an enterprise; rec counts them from the newest to the oldest
-- uses:  speaker, er_entity
with

enterprise as (
    select
        enterprise_id,
        row_number() over (order by enterprise_id) as eid
    from er_entity
    where coalesce(state, 'active') <> 'merged'
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

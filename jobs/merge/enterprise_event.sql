-- grain: one row per enterprise that is shown and change of its identity
-- uses:  er_event, er_entity, er_redirect
with

-- What happened to an id that leads on now is part of its successor's history.
told as (
    select
        coalesce(er_redirect.enterprise_id, er_event.enterprise_id) as enterprise_id,
        er_event.event_id,
        er_event."hour",
        er_event.kind,
        er_event.enterprise_id as subject_id,
        er_event.other_id,
        er_event.feed,
        er_event.record_key,
        er_event.cause
    from er_event
    left join er_redirect on er_redirect.old_id = er_event.enterprise_id
    union
    -- A split is told on both sides.
    select
        er_event.other_id as enterprise_id,
        er_event.event_id,
        er_event."hour",
        er_event.kind,
        er_event.enterprise_id as subject_id,
        er_event.other_id,
        er_event.feed,
        er_event.record_key,
        er_event.cause
    from er_event
    where er_event.kind = 'split'
)

select told.*
from told
inner join er_entity on er_entity.enterprise_id = told.enterprise_id
order by told.enterprise_id, told."hour", told.event_id

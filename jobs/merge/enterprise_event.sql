-- grain: one row per enterprise that is shown and change of its identity
-- uses:  er_event, er_entity, er_redirect
with

-- What happened to an id that leads on now is part of its successor's history; a split is told on both sides.
concerned as (
    select
        er_event.event_id,
        coalesce(er_redirect.enterprise_id, er_event.enterprise_id) as enterprise_id
    from er_event
    left join er_redirect on er_redirect.old_id = er_event.enterprise_id
    union
    select
        event_id,
        other_id as enterprise_id
    from er_event
    where kind = 'split'
)

select
    concerned.enterprise_id,
    er_event.event_id,
    er_event."hour",
    er_event.kind,
    er_event.enterprise_id as subject_id,
    er_event.other_id,
    er_event.feed,
    er_event.record_key,
    case when er_event.cause like '%:D-%' then split_part(er_event.cause, ':', 1) else er_event.cause end as cause,
    case when er_event.cause like '%:D-%' then split_part(er_event.cause, ':', 2) end as decision
from concerned
inner join er_event on er_event.event_id = concerned.event_id
inner join er_entity on er_entity.enterprise_id = concerned.enterprise_id
order by concerned.enterprise_id, er_event."hour", er_event.event_id

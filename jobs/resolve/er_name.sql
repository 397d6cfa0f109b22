-- grain: one row per enterprise, name and feed; a former name holds until the change that ended it
-- uses: record_form, anchored_name, er_assignment, er_entity
with

last_change as (
    select enterprise_id, max(former_until) as changed_at
    from anchored_name
    where kind = 'former'
    group by enterprise_id
),

borne as (
    select
        anchored_name.enterprise_id,
        anchored_name.written_name as name,
        anchored_name.full_name,
        anchored_name.kind,
        case when anchored_name.kind = 'current' then last_change.changed_at end as valid_from,
        anchored_name.former_until as valid_to,
        anchored_name.feed
    from anchored_name
    inner join er_entity on er_entity.enterprise_id = anchored_name.enterprise_id
    left join last_change on last_change.enterprise_id = anchored_name.enterprise_id
),

alias as (
    select
        er_assignment.enterprise_id,
        record_form.written_name as name,
        record_form.full_name,
        'alias' as kind,
        er_assignment.feed
    from er_assignment
    inner join record_form
        on record_form.feed = er_assignment.feed and record_form.record_key = er_assignment.record_key
    left join anchored_name
        on
            anchored_name.enterprise_id = er_assignment.enterprise_id
            and anchored_name.full_name = record_form.full_name
    where er_assignment.tier > 0 and anchored_name.enterprise_id is null and record_form.full_name <> ''
),

provisional as (
    select er_entity.enterprise_id, er_entity.name
    from er_entity
    where er_entity.state = 'provisional'
),

named as (
    select enterprise_id, name, full_name, kind, valid_from, valid_to, feed
    from borne
    union all
    select
        alias.enterprise_id,
        alias.name,
        alias.full_name,
        case when provisional.name is not null then 'current' else alias.kind end as kind,
        cast(null as timestamp) as valid_from,
        cast(null as timestamp) as valid_to,
        alias.feed
    from alias
    left join provisional on provisional.enterprise_id = alias.enterprise_id and provisional.name = alias.name
)

select
    enterprise_id,
    min(name) as name,
    kind,
    max(valid_from) as valid_from,
    max(valid_to) as valid_to,
    feed
from named
group by enterprise_id, full_name, kind, feed
order by enterprise_id, kind, name, feed

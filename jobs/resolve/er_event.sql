-- grain: one row per change of an enterprise's identity, of all hours; other_id is the winner, the origin, or the other side
-- uses: moved_record, changed_entity, former_event, publication
with

-- Records that only follow their enterprise are told by its own event.
moved_alone as (
    select moved_record.*
    from moved_record
    left join changed_entity as merged
        on
            merged.kind = 'merge'
            and merged.enterprise_id = moved_record.old_id
            and merged.other_id = moved_record.new_id
    left join changed_entity as parted
        on
            parted.kind = 'split'
            and parted.enterprise_id = moved_record.new_id
            and parted.other_id = moved_record.old_id
    where merged.kind is null and parted.kind is null
),

told as (
    select
        kind,
        enterprise_id,
        other_id,
        cast(null as varchar) as feed,
        cast(null as varchar) as record_key,
        cause
    from changed_entity
    union all
    select
        'unlink' as kind,
        moved_alone.old_id as enterprise_id,
        moved_alone.new_id as other_id,
        moved_alone.feed,
        moved_alone.record_key,
        moved_alone.cause
    from moved_alone
    where moved_alone.old_id is not null
    union all
    select
        'link' as kind,
        moved_alone.new_id as enterprise_id,
        moved_alone.old_id as other_id,
        moved_alone.feed,
        moved_alone.record_key,
        moved_alone.cause
    from moved_alone
    where moved_alone.new_id is not null
)

select event_id, "hour", kind, enterprise_id, other_id, feed, record_key, cause
from former_event
union all
select
    md5(
        publication."hour" || '|' || told.kind || '|' || told.enterprise_id || '|' || coalesce(told.other_id, '') || '|'
        || coalesce(told.feed, '') || '|' || coalesce(told.record_key, '')
    ) as event_id,
    publication."hour",
    told.kind,
    told.enterprise_id,
    told.other_id,
    told.feed,
    told.record_key,
    told.cause
from told
cross join publication

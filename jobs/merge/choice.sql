-- grain: one row per enterprise and choice; a choice is an attribute, or a group of attributes that one record gives
-- uses:  record, given, attribute_source
with

candidate as (
    select
        record.enterprise_id,
        attribute_source.choice,
        record.rec,
        record.feed,
        record.record_key,
        record.observed_at,
        attribute_source.priority,
        max(attribute_source.leads) as leads
    from given
    inner join record on record.rec = given.rec
    inner join attribute_source
        on attribute_source.feed = record.feed
        and attribute_source.attribute = given.attribute
    group by
        record.enterprise_id,
        attribute_source.choice,
        record.rec,
        record.feed,
        record.record_key,
        record.observed_at,
        attribute_source.priority
),

ranked as (
    select
        enterprise_id,
        choice,
        rec,
        row_number() over (
            partition by enterprise_id, choice
            order by leads desc, priority, observed_at desc, feed, record_key
        ) as place
    from candidate
)

select
    enterprise_id,
    choice,
    rec
from ranked
where place = 1

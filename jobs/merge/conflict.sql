-- grain: one row per enterprise, attribute and feed whose newest value really differs from the believed one
-- uses:  record, given, attribute_source, choice
with

contested as (
    select attribute
    from attribute_source
    group by attribute
    having count(distinct feed) > 1
),

spoken as (
    select
        record.eid,
        attribute_source.attribute,
        attribute_source.aid,
        attribute_source.cid,
        attribute_source.feed,
        given.rec,
        given.value,
        comparable(given.value) as plain
    from given
    inner join attribute_source on attribute_source.aid = given.aid
    inner join contested on contested.attribute = attribute_source.attribute
    inner join record on record.rec = given.rec
),

disputed as (
    select
        eid,
        attribute
    from spoken
    group by
        eid,
        attribute
    having min(plain) <> max(plain)
),

placed as (
    select
        spoken.eid,
        spoken.attribute,
        spoken.aid,
        spoken.feed,
        spoken.rec,
        spoken.value,
        choice.rec is not null as winner,
        row_number() over (
            partition by spoken.eid, spoken.attribute, spoken.feed
            order by spoken.rec
        ) as place
    from spoken
    inner join disputed on disputed.eid = spoken.eid and disputed.attribute = spoken.attribute
    left join choice on choice.rec = spoken.rec and choice.cid = spoken.cid
)

select
    record.enterprise_id,
    loser.attribute,
    loser.value,
    record.feed,
    record.record_key,
    record.observed_at,
    record."window",
    record.object,
    record."offset",
    record.length,
    record.sheet,
    record."row",
    json_extract_string(record.cells, attribute_source.cell_path) || cast(record."row" as varchar) as cell,
    winner.value as winner_value,
    winner_record.feed as winner_feed,
    winner_record.record_key as winner_record_key,
    winner_record.observed_at as winner_observed_at
from placed as loser
inner join placed as winner
    on winner.eid = loser.eid
    and winner.attribute = loser.attribute
    and winner.winner
inner join record on record.rec = loser.rec
inner join record as winner_record on winner_record.rec = winner.rec
inner join attribute_source on attribute_source.aid = loser.aid
where
    loser.place = 1
    and loser.feed <> winner.feed
    and differ(loser.value, winner.value, attribute_source.rule) = 'true'
order by
    record.eid,
    loser.attribute,
    record.feed

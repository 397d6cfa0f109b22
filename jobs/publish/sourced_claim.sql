-- grain: one row per enterprise, attribute and source record, with value and source as JSON text
-- uses:  claim, field, feed
select
    claim.enterprise_id,
    claim.attribute,
    claim.feed,
    claim.record_key,
    claim.winner,
    field.place,
    field.head,
    case when field.bare then claim.value else cast(to_json(claim.value) as varchar) end as value_json,
    '"feed":' || feed.feed_json
        || ',"feed_title":' || feed.title_json
        || ',"source_time":' || coalesce(strftime(claim.observed_at, '"%Y-%m-%dT%H:%M:%SZ"'), 'null')
        || ',"window":' || coalesce(strftime(claim."window", '"%Y-%m-%dT%HZ"'), 'null')
        || ',"position":{"object":' || coalesce(cast(to_json(claim.object) as varchar), 'null')
        || case
            when claim.sheet is null
                then ',"offset":' || coalesce(cast(claim."offset" as varchar), 'null')
                    || ',"length":' || coalesce(cast(claim.length as varchar), 'null')
            else ',"sheet":' || cast(to_json(claim.sheet) as varchar)
                || ',"row":' || coalesce(cast(claim."row" as varchar), 'null')
                || ',"cell":' || coalesce(cast(to_json(claim.cell) as varchar), 'null')
        end
        || '}' as source_json,
    cast(to_json(claim.rule) as varchar) as rule_json
from claim
inner join field on field.attribute = claim.attribute
inner join feed on feed.feed = claim.feed

-- grain: one row per enterprise: all that the counter is shown, as one JSON text
-- uses:  enterprise, enterprise_identity, enterprise_name, enterprise_event, sourced_claim, conflict, satellite_document
with

believed as (
    select
        enterprise_id,
        max(case when attribute = 'ent_name' then value_json end) as name_json,
        max(case when attribute = 'uscc' then value_json end) as uscc_json,
        string_agg(
            cast(to_json(attribute) as varchar) || ':{"value":' || value_json || ',' || head || ','
                || source_json || ',"rule":' || rule_json || '}',
            ',' order by place
        ) as body
    from sourced_claim
    where winner
    group by enterprise_id
),

loser as (
    select
        conflict.enterprise_id,
        conflict.attribute,
        string_agg(
            '{"value":' || sourced_claim.value_json || ',' || sourced_claim.source_json || '}',
            ',' order by conflict.feed
        ) as body
    from conflict
    inner join sourced_claim
        on sourced_claim.enterprise_id = conflict.enterprise_id
        and sourced_claim.attribute = conflict.attribute
        and sourced_claim.feed = conflict.feed
        and sourced_claim.record_key = conflict.record_key
    group by conflict.enterprise_id, conflict.attribute
),

disputed as (
    select
        loser.enterprise_id,
        string_agg(
            '{"attribute":' || cast(to_json(loser.attribute) as varchar) || ',' || sourced_claim.head
                || ',"winner":{"value":' || sourced_claim.value_json || ',' || sourced_claim.source_json
                || '},"losers":[' || loser.body || ']}',
            ',' order by sourced_claim.place
        ) as body
    from loser
    inner join sourced_claim
        on sourced_claim.enterprise_id = loser.enterprise_id
        and sourced_claim.attribute = loser.attribute
    where sourced_claim.winner
    group by loser.enterprise_id
),

-- As many names and events as records of a kind are told: the newest.
newest_name as (
    select
        *,
        row_number() over (
            partition by enterprise_id
            order by case kind when 'current' then 0 when 'former' then 1 else 2 end, valid_to desc nulls last, name
        ) as turn,
        count(*) over (partition by enterprise_id) as total
    from enterprise_name
),

newest_event as (
    select
        *,
        row_number() over (partition by enterprise_id order by "hour" desc, event_id) as turn,
        count(*) over (partition by enterprise_id) as total
    from enterprise_event
),

named as (
    select
        enterprise_id,
        case when max(total) > 2000 then '"names":' || cast(max(total) - 2000 as varchar) end as left_out,
        string_agg(
            '{"name":' || cast(to_json(name) as varchar)
                || ',"kind":' || cast(to_json(kind) as varchar)
                || ',"valid_from":' || coalesce('"' || cast(valid_from as varchar) || '"', 'null')
                || ',"valid_to":' || coalesce('"' || cast(valid_to as varchar) || '"', 'null')
                || ',"feed":' || coalesce(cast(to_json(feed) as varchar), 'null') || '}',
            ',' order by kind, name, valid_from
        ) as body
    from newest_name
    where turn <= 2000
    group by enterprise_id
),

happened as (
    select
        enterprise_id,
        case when max(total) > 2000 then '"events":' || cast(max(total) - 2000 as varchar) end as left_out,
        string_agg(
            '{"hour":' || cast(to_json("hour") as varchar)
                || ',"kind":' || cast(to_json(kind) as varchar)
                || ',"subject":' || cast(to_json(subject_id) as varchar)
                || ',"other":' || coalesce(cast(to_json(other_id) as varchar), 'null')
                || ',"feed":' || coalesce(cast(to_json(feed) as varchar), 'null')
                || ',"record_key":' || coalesce(cast(to_json(record_key) as varchar), 'null')
                || ',"cause":' || coalesce(cast(to_json(cause) as varchar), 'null')
                || coalesce(',"decision":' || cast(to_json(decision) as varchar), '') || '}',
            ',' order by "hour", event_id
        ) as body
    from newest_event
    where turn <= 2000
    group by enterprise_id
)

select
    enterprise.enterprise_id,
    '{"enterprise_id":' || cast(to_json(enterprise.enterprise_id) as varchar)
        || ',"uscc":' || coalesce(believed.uscc_json, cast(to_json(enterprise_identity.uscc) as varchar), 'null')
        || ',"name":' || coalesce(believed.name_json, cast(to_json(enterprise_identity.name) as varchar), 'null')
        || ',"in_park":' || cast(enterprise.in_park as varchar)
        || ',"state":' || coalesce(cast(to_json(enterprise_identity.state) as varchar), 'null')
        || ',"branch_of":' || coalesce(cast(to_json(enterprise_identity.branch_of) as varchar), 'null')
        || ',"fields":{' || coalesce(believed.body, '')
        || '},"conflicts":[' || coalesce(disputed.body, '')
        || '],"satellites":{' || coalesce(satellite_document.body, '')
        || '},' || coalesce(
            '"left_out":{'
                || nullif(concat_ws(',', satellite_document.left_out, named.left_out, happened.left_out), '') || '},',
            ''
        )
        || '"names":[' || coalesce(named.body, '')
        || '],"events":[' || coalesce(happened.body, '') || ']}' as body
from enterprise
inner join enterprise_identity on enterprise_identity.enterprise_id = enterprise.enterprise_id
left join believed on believed.enterprise_id = enterprise.enterprise_id
left join disputed on disputed.enterprise_id = enterprise.enterprise_id
left join satellite_document on satellite_document.enterprise_id = enterprise.enterprise_id
left join named on named.enterprise_id = enterprise.enterprise_id
left join happened on happened.enterprise_id = enterprise.enterprise_id
order by enterprise.enterprise_id

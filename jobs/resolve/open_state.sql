-- grain: one row per open record: the digest of all that evidence reads of it; no digest where a name is too long for that
-- uses: open_record, open_name, open_number, number_match, name_count, place_count
with

slot as (
    select n
    from (
        values
            (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15), (16), (17), (18), (19), (20),
            (21), (22), (23), (24), (25), (26), (27), (28), (29), (30), (31), (32), (33), (34), (35), (36), (37), (38), (39),
            (40)
    ) as slots (n)
),

given as (
    select rid, name, kind, split_part(name, chr(31), 3) || split_part(name, chr(31), 4) as core
    from open_name
),

-- Whether the end of a name is a trade of somebody registered tells a slip of the pen from another name.
trade as (
    select given.rid, cast(sum(cast(content_number(name_count.text) as decimal(38, 0))) as varchar) as trades
    from given
    cross join slot
    inner join name_count on name_count.part = 'trade' and name_count.text = substr(given.core, slot.n + 1)
    where slot.n < length(given.core)
    group by given.rid
),

named as (
    select
        rid,
        max(length(core)) as longest,
        cast(sum(cast(content_number(kind || chr(31) || name) as decimal(38, 0))) as varchar) as names
    from given
    group by rid
),

matched as (
    select rid, cast(sum(cast(content_number(enterprise_id || number_kind) as decimal(38, 0))) as varchar) as numbers
    from number_match
    group by rid
)

select
    open_record.rid,
    case
        when coalesce(named.longest, 0) <= 40
            then md5(
                open_record.feed
                || chr(29) || coalesce(open_record.full_name, '')
                || chr(29) || coalesce(open_record.name_region, '')
                || chr(29) || coalesce(open_record.name_county, '')
                || chr(29) || coalesce(open_record.number_value, '')
                || chr(29) || coalesce(open_record.region_code, '')
                || chr(29) || coalesce(open_record.road, '')
                || chr(29) || coalesce(open_record.house, '')
                || chr(29) || coalesce(open_record.room, '')
                || chr(29) || coalesce(open_record.representative, '')
                || chr(29) || coalesce(named.names, '')
                || chr(29) || coalesce(trade.trades, '')
                || chr(29) || coalesce(matched.numbers, '')
                || chr(29) || coalesce(cast(full_count.bearers as varchar), '')
                || chr(29) || coalesce(cast(person_count.enterprises as varchar), '')
                || chr(29) || coalesce(cast(home_county.enterprises as varchar), '')
                || chr(29) || coalesce(cast(home_city.enterprises as varchar), '')
                || chr(29) || coalesce(cast(home_province.enterprises as varchar), '')
                || chr(29) || coalesce(cast(open_number.is_filler as varchar), '')
                || chr(29) || coalesce(cast(open_number.is_lone as varchar), '')
                || chr(29) || coalesce(cast(open_number.is_foreign as varchar), '')
            )
    end as state
from open_record
left join named on named.rid = open_record.rid
left join trade on trade.rid = open_record.rid
left join matched on matched.rid = open_record.rid
left join open_number on open_number.rid = open_record.rid
left join name_count as full_count on full_count.part = 'full' and full_count.text = open_record.full_name
left join place_count as person_count
    on person_count.part = 'person' and person_count.text = open_record.representative
left join place_count as home_county on home_county.part = 'county' and home_county.text = open_record.name_county
left join place_count as home_city
    on home_city.part = 'city' and home_city.text = substr(open_record.name_county, 1, 4)
left join place_count as home_province
    on home_province.part = 'province' and home_province.text = substr(open_record.name_county, 1, 2)
where open_record.rid > 0

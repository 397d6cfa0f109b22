-- grain: one row per feed, legal form and kind of enterprise (registered or not): what its further records say in bits
-- uses: record_form, anchored, numbered_feed
with

kinds as (
    select is_registered, legal_form, count(*) as enterprises
    from anchored
    group by is_registered, legal_form
),

feeds as (
    select distinct feed
    from record_form
    where not in_register
),

-- Who is known by numbers alone is known by one record at least: the others tell how often there is a further one.
counted as (
    select
        numbered_feed.feed,
        anchored.is_registered,
        anchored.legal_form,
        count(*) as enterprises,
        sum(case when anchored.is_registered or numbered_feed.records_anywhere > 1 then numbered_feed.records else 0 end)
            as records,
        sum(case when numbered_feed.records > 1 then numbered_feed.records else 0 end) as repeated
    from numbered_feed
    inner join anchored on anchored.enterprise_id = numbered_feed.enterprise_id
    group by numbered_feed.feed, anchored.is_registered, anchored.legal_form
),

shares as (
    select
        feeds.feed,
        kinds.is_registered,
        kinds.legal_form,
        (coalesce(counted.enterprises, 0) + 1.0) / (kinds.enterprises + 2.0) as share,
        coalesce(counted.repeated, 0) as repeated,
        coalesce(counted.records, 0) as records
    from feeds
    cross join kinds
    left join counted
        on
            counted.feed = feeds.feed
            and counted.is_registered = kinds.is_registered
            and counted.legal_form = kinds.legal_form
)

-- A list has an enterprise once, a register of permits as often as it builds: each feed's own records tell which it is.
select
    feed,
    is_registered,
    legal_form,
    log2((repeated + 40 * share) / (records + 40) / share) as known_bits,
    log2((records - repeated + 40 * (1 - share)) / (records + 40) / (1 - share)) as new_bits
from shares

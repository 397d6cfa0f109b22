-- grain: one row per feed and county of the register, and one county (*) for any other: odds in bits that a record without a number speaks of somebody known
-- uses: record_form, number_claim, anchor_record, anchored
with

numbered as (
    select distinct
        number_claim.rid,
        record_form.feed,
        record_form.region_code,
        coalesce(not anchor_record.in_register, false) as is_outsider
    from number_claim
    inner join record_form on record_form.rid = number_claim.rid
    left join anchor_record on anchor_record.rid = number_claim.rid
    where not number_claim.in_register and number_claim.kind = 'org'
),

everywhere as (
    select (sum(case when is_outsider then 1 else 0 end) + 2.0) / (count(*) + 40.0) as share
    from numbered
),

feeds as (
    select distinct feed
    from record_form
    where not in_register
),

-- Taxpayers are local; who builds or holds land may be registered anywhere.
by_feed as (
    select
        feeds.feed,
        (coalesce(sum(case when numbered.is_outsider then 1 else 0 end), 0) + 100 * min(everywhere.share))
        / (count(numbered.rid) + 100) as share
    from feeds
    cross join everywhere
    left join numbered on numbered.feed = feeds.feed
    group by feeds.feed
),

counted as (
    select feed, region_code, count(*) as records, sum(case when is_outsider then 1 else 0 end) as outsiders
    from numbered
    group by feed, region_code
),

county as (
    select distinct region_code
    from anchored
),

-- The register of a county knows its own; who comes from elsewhere is met where outsiders are met.
expected as (
    select
        by_feed.feed,
        county.region_code,
        (coalesce(counted.outsiders, 0) + 100 * by_feed.share) / (coalesce(counted.records, 0) + 100) as share
    from county
    cross join by_feed
    left join counted on counted.region_code = county.region_code and counted.feed = by_feed.feed
    union all
    select feed, '*' as region_code, share
    from by_feed
)

-- About half of the outsiders' records stand beside a numbered one, which makes the outsider known.
select feed, region_code, log2(1 / greatest(least(share / 2, 0.3), 0.008) - 1) as known_bits
from expected

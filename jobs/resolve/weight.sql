-- grain: one row per feed, feature and level: how likely the level is when record and enterprise are the same
-- uses: record_form, labelled_pair
with

-- What to expect before anything is counted, with the number of pairs that this is worth.
expected as (
    select feature, level, share, worth
    from (
        values
            ('name', 'same', 0.80, 60.0),
            ('name', 'core', 0.06, 60.0),
            ('name', 'near', 0.05, 60.0),
            ('name', 'brand', 0.03, 60.0),
            ('name', 'trade', 0.006, 60.0),
            ('name', 'part', 0.04, 60.0),
            ('name', 'far', 0.004, 60.0),
            ('former', 'same', 0.30, 40.0),
            ('former', 'other', 0.70, 40.0),
            ('region', 'county', 0.92, 40.0),
            ('region', 'city', 0.05, 40.0),
            ('region', 'other', 0.03, 40.0),
            ('place', 'house', 0.55, 40.0),
            ('place', 'told', 0.05, 40.0),
            ('place', 'road', 0.10, 40.0),
            ('place', 'other', 0.30, 40.0),
            ('person', 'same', 0.85, 40.0),
            ('person', 'told', 0.05, 40.0),
            ('person', 'other', 0.10, 40.0)
    ) as beliefs (feature, level, share, worth)
),

-- A wrong number shows as a far name: so names are counted where the person or the house agrees as well.
observed as (
    select feed, 'name' as feature, name_level as level
    from labelled_pair
    where person_level = 'same' or place_level = 'house'
    union all
    select feed, 'former' as feature, case when name_kind = 'former' and name_level = 'same' then 'same' else 'other' end as level
    from labelled_pair
    where was_renamed and name_level <> 'far'
    union all
    select feed, 'region' as feature, region_level as level
    from labelled_pair
    where name_level = 'same' and region_level <> 'none'
    union all
    select feed, 'place' as feature, place_level as level
    from labelled_pair
    where name_level = 'same' and place_level <> 'none'
    union all
    select feed, 'person' as feature, person_level as level
    from labelled_pair
    where name_level = 'same' and person_level <> 'none'
),

counted as (
    select feed, feature, level, count(*) as pairs
    from observed
    group by feed, feature, level
),

totals as (
    select feed, feature, sum(pairs) as pairs
    from counted
    group by feed, feature
),

feeds as (
    select distinct feed
    from record_form
    where not in_register
)

select
    feeds.feed,
    expected.feature,
    expected.level,
    log2(
        (coalesce(counted.pairs, 0) + expected.share * expected.worth)
        / (coalesce(totals.pairs, 0) + expected.worth)
    ) as bits
from feeds
cross join expected
left join counted
    on counted.feed = feeds.feed and counted.feature = expected.feature and counted.level = expected.level
left join totals on totals.feed = feeds.feed and totals.feature = expected.feature

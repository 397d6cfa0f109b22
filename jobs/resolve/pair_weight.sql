-- grain: one row per feed, feed of the anchor (none for the register), feature and level: what the level says in bits
-- uses: weight
with

agreement as (
    select feature, level
    from (values ('region', 'county'), ('place', 'house'), ('person', 'same')) as agreements (feature, level)
),

known as (
    select
        weight.feed,
        weight.feature,
        weight.level,
        power(2, weight.bits) as share,
        agreement.level is not null as agrees
    from weight
    left join agreement on agreement.feature = weight.feature and agreement.level = weight.level
    where weight.feature in ('region', 'place', 'person') and weight.level <> 'told'
),

-- An outsider is known by what another office wrote down, a site perhaps: both must have written the true value to agree.
met as (
    select
        known.feed,
        anchor.feed as anchor_feed,
        known.feature,
        known.level,
        known.agrees,
        case when known.agrees then known.share * anchor.share else known.share + anchor.share end as share
    from known
    inner join known as anchor on anchor.feature = known.feature and anchor.level = known.level
),

total as (
    select
        feed,
        anchor_feed,
        feature,
        sum(case when agrees then share else 0 end) as agreeing,
        sum(case when agrees then 0 else share end) as differing
    from met
    group by feed, anchor_feed, feature
)

select feed, '' as anchor_feed, feature, level, bits
from weight
where feature in ('region', 'place', 'person')
union all
select
    met.feed,
    met.anchor_feed,
    met.feature,
    met.level,
    log2(case when met.agrees then met.share else met.share * (1 - total.agreeing) / total.differing end) as bits
from met
inner join total on total.feed = met.feed and total.anchor_feed = met.anchor_feed and total.feature = met.feature
union all
-- One of an outsider's records is as good as the other: what any of them tells counts like what the newest does.
select feed, anchor_feed, feature, 'told' as level, log2(share) as bits
from met
where agrees and feature in ('place', 'person')

-- grain: one row per enterprise, attribute and feed whose newest value really differs from the believed one
-- uses:  claim, attribute_source
with

contested as (
    select attribute
    from attribute_source
    group by attribute
    having count(distinct feed) > 1
),

disputed as (
    select
        claim.enterprise_id,
        claim.attribute
    from claim
    inner join contested on contested.attribute = claim.attribute
    group by claim.enterprise_id, claim.attribute
    having min(comparable(claim.value)) <> max(comparable(claim.value))
),

placed as (
    select
        claim.*,
        row_number() over (
            partition by claim.enterprise_id, claim.attribute, claim.feed
            order by claim.winner desc, claim.observed_at desc, claim.record_key
        ) as place
    from claim
    inner join disputed
        on disputed.enterprise_id = claim.enterprise_id
        and disputed.attribute = claim.attribute
)

select
    loser.enterprise_id,
    loser.attribute,
    loser.value,
    loser.feed,
    loser.record_key,
    loser.observed_at,
    loser."window",
    loser.object,
    loser."offset",
    loser.length,
    loser.sheet,
    loser."row",
    loser.cell,
    winner.value as winner_value,
    winner.feed as winner_feed,
    winner.record_key as winner_record_key,
    winner.observed_at as winner_observed_at
from placed as loser
inner join placed as winner
    on winner.enterprise_id = loser.enterprise_id
    and winner.attribute = loser.attribute
    and winner.winner
where
    loser.place = 1
    and loser.feed <> winner.feed
    and differ(loser.value, winner.value, loser.rule) = 'true'
order by
    loser.enterprise_id,
    loser.attribute,
    loser.feed

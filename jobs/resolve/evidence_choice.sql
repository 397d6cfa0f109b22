-- grain: one row per open record with a candidate: the best one, and how far it stands above its rivals
-- uses: scored, unknown_share
with

ranked as (
    select
        *,
        row_number() over (partition by rid order by score desc, enterprise_id) as choice,
        sum(power(2, least(score, 60))) over (partition by rid) as all_odds
    from scored
)

-- The score weighs the enterprise against one that neither register nor number knows; how common those are is counted.
select
    ranked.rid,
    ranked.enterprise_id,
    ranked.level,
    ranked.number_kind,
    ranked.name_bits,
    ranked.region_bits,
    ranked.place_bits,
    ranked.person_bits,
    ranked.number_bits,
    ranked.status_bits,
    unknown_share.known_bits,
    ranked.score + unknown_share.known_bits as score,
    least(ranked.score, 60) - log2(greatest(ranked.all_odds - power(2, least(ranked.score, 60)), power(2, -40))) as lead_bits
from ranked
cross join unknown_share
where choice = 1

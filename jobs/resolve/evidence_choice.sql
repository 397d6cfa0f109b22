-- grain: one row per open record with a candidate: the best one, and how far it stands above its rivals
-- uses: scored, anchored, unknown_share, evidence_input, evidence_memory
with

ranked as (
    select
        *,
        row_number() over (partition by rid order by score desc, enterprise_id) as choice,
        sum(power(2, least(score, 60))) over (partition by rid) as all_odds
    from scored
),

-- The score weighs the enterprise against one that neither register nor number knows; how common those are is counted.
chosen as (
    select
        ranked.*,
        coalesce(unknown_share.known_bits, elsewhere.known_bits) as known_bits,
        ranked.score + coalesce(unknown_share.known_bits, elsewhere.known_bits) as known_score,
        least(ranked.score, 60) - log2(greatest(ranked.all_odds - power(2, least(ranked.score, 60)), power(2, -40))) as lead_bits
    from ranked
    inner join anchored on anchored.enterprise_id = ranked.enterprise_id
    left join unknown_share
        on unknown_share.feed = ranked.feed and unknown_share.region_code = anchored.region_code
    inner join unknown_share as elsewhere on elsewhere.feed = ranked.feed and elsewhere.region_code = '*'
    where ranked.choice = 1
),

-- What one record of those that ask the same is answered holds for all of them.
answered as (
    select chosen.*, evidence_input.inputs
    from chosen
    left join evidence_input on evidence_input.rid = chosen.rid
)

select
    coalesce(evidence_input.rid, answered.rid) as rid,
    answered.enterprise_id,
    answered.level,
    answered.number_kind,
    answered.name_bits,
    answered.region_bits,
    answered.place_bits,
    answered.person_bits,
    answered.number_bits,
    answered.status_bits,
    answered.known_bits,
    answered.known_score as score,
    answered.lead_bits,
    answered.name_class,
    cast(floor(greatest(least(answered.known_score, answered.lead_bits, 12), -12)) as integer) as margin
from answered
left join evidence_input on evidence_input.inputs = answered.inputs
union all
select
    evidence_input.rid,
    evidence_memory.enterprise_id,
    evidence_memory.level,
    evidence_memory.number_kind,
    evidence_memory.name_bits,
    evidence_memory.region_bits,
    evidence_memory.place_bits,
    evidence_memory.person_bits,
    evidence_memory.number_bits,
    evidence_memory.status_bits,
    evidence_memory.known_bits,
    evidence_memory.score,
    evidence_memory.lead_bits,
    evidence_memory.name_class,
    evidence_memory.margin
from evidence_input
inner join evidence_memory on evidence_memory.inputs = evidence_input.inputs

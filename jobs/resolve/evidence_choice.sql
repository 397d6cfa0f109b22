-- grain: one row per open record with a candidate: the best one, and how far it stands above everything else
-- uses: scored
with

ranked as (
    select
        *,
        row_number() over (partition by rid order by score desc, enterprise_id) as choice,
        sum(power(2, least(score, 60))) over (partition by rid) as all_odds
    from scored
)

-- The odds of "somebody else" are those of the other candidates and one for an enterprise that nobody anchored.
select
    rid,
    enterprise_id,
    level,
    number_kind,
    score,
    least(score, 60) - log2(greatest(all_odds - power(2, least(score, 60)), 0) + 1) as margin_bits
from ranked
where choice = 1

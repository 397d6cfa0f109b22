-- grain: one row per record that evidence assigns to an enterprise
-- uses: evidence_choice
select rid, enterprise_id, level, number_kind, least(score, lead_bits) as margin_bits
from evidence_choice
where
    score >= 5.5
    and lead_bits >= 3.5
    and (level <= 3 or number_kind is not null or (level = 5 and score >= 9))

-- grain: one row per record that evidence assigns to an enterprise
-- uses: evidence_choice
select rid, enterprise_id, level, number_kind, least(score, lead_bits) as margin_bits
from evidence_choice
where
    score >= 5.5
    and lead_bits >= 3.5
    -- A number under a foreign name needs a person or a house that agrees: offices fill in one number for many.
    and (
        level <= 3
        or (level in (4, 5) and number_kind is not null)
        or (level = 5 and score >= 9)
        or (level = 6 and number_kind is not null and person_bits + place_bits >= 5)
    )

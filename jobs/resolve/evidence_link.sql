-- grain: one row per record that evidence assigns to an enterprise
-- uses: evidence_choice, accepted
select
    evidence_choice.rid,
    evidence_choice.enterprise_id,
    evidence_choice.level,
    evidence_choice.number_kind,
    least(evidence_choice.score, evidence_choice.lead_bits) as margin_bits
from evidence_choice
inner join accepted
    on accepted.name_class = evidence_choice.name_class and accepted.margin = evidence_choice.margin
where
    evidence_choice.rid > 0
    -- A number under a foreign name needs a person or a house that agrees: offices fill in one number for many.
    and (
        evidence_choice.level in (0, 1, 2, 3, 5)
        or (evidence_choice.level = 4 and evidence_choice.number_kind is not null)
        -- One brand in another trade may be a sister: it needs the person or the house as well.
        or (evidence_choice.level = 4 and evidence_choice.person_bits + evidence_choice.place_bits >= 5)
        or (
            evidence_choice.level = 6
            and evidence_choice.number_kind is not null
            and evidence_choice.person_bits + evidence_choice.place_bits >= 5
        )
    )

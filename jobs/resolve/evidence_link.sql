-- grain: one row per record that evidence assigns to a registered enterprise
-- uses: evidence_choice
select rid, enterprise_id, level, number_kind, margin_bits
from evidence_choice
where
    margin_bits >= 2.0
    and (level <= 3 or number_kind is not null or (level = 5 and margin_bits >= 6))

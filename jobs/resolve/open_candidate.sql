-- grain: one row per candidate pair that was not weighed before
-- uses: candidate, evidence_input, evidence_memory
select candidate.rid, candidate.enterprise_id
from candidate
left join evidence_input on evidence_input.rid = candidate.rid
left join evidence_memory on evidence_memory.inputs = evidence_input.inputs
where evidence_memory.inputs is null

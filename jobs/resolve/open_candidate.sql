-- grain: one row per candidate pair to be weighed: those that were not weighed before, of records that ask the same one
-- uses: candidate, evidence_input, evidence_memory
with

asking as (
    select inputs, min(rid) as rid
    from evidence_input
    group by inputs
)

select candidate.rid, candidate.enterprise_id
from candidate
left join evidence_input on evidence_input.rid = candidate.rid
left join asking on asking.rid = candidate.rid
left join evidence_memory on evidence_memory.inputs = evidence_input.inputs
where evidence_memory.inputs is null and (evidence_input.rid is null or asking.rid is not null)

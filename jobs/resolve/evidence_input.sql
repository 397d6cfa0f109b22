-- grain: one row per open record with candidates: the digest of all that its evidence is made from
-- uses: candidate, open_state, anchor_state, evidence_version
with

met as (
    select
        candidate.rid,
        cast(sum(cast(content_number(anchor_state.state) as decimal(38, 0))) as varchar) as candidates
    from candidate
    inner join anchor_state on anchor_state.enterprise_id = candidate.enterprise_id
    where candidate.rid > 0
    group by candidate.rid
)

select open_state.rid, md5(evidence_version.version || '|' || open_state.state || '|' || met.candidates) as inputs
from met
inner join open_state on open_state.rid = met.rid
cross join evidence_version
where open_state.state is not null

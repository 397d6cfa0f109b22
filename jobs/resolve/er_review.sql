-- grain: one row per record that waits for a person, with its best candidate
-- uses: record_form, anchored, evidence_choice, er_assignment
select
    record_form.feed,
    record_form.record_key,
    anchor.feed as candidate_feed,
    anchor.record_key as candidate_key,
    evidence_choice.enterprise_id,
    least(evidence_choice.score, evidence_choice.lead_bits) as score
from evidence_choice
inner join record_form on record_form.rid = evidence_choice.rid
inner join anchored on anchored.enterprise_id = evidence_choice.enterprise_id
inner join record_form as anchor on anchor.rid = anchored.rid
left join er_assignment
    on er_assignment.feed = record_form.feed and er_assignment.record_key = record_form.record_key
where er_assignment.enterprise_id is null and evidence_choice.score >= 2.0 and evidence_choice.lead_bits >= 0.5
order by feed, record_key

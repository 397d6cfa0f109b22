-- grain: one row per record that waits for a person, with its best candidate; equal questions carry one fold
-- uses: record_form, anchored, evidence_choice, calibration, er_assignment
select
    record_form.feed,
    record_form.record_key,
    anchor.feed as candidate_feed,
    anchor.record_key as candidate_key,
    evidence_choice.enterprise_id,
    least(evidence_choice.score, evidence_choice.lead_bits) as score,
    record_form.full_name || '@' || record_form.region_code || '>' || evidence_choice.enterprise_id as fold,
    record_form.written_name as record_name,
    anchored.written_name as candidate_name,
    evidence_choice.name_bits,
    evidence_choice.region_bits,
    evidence_choice.place_bits,
    evidence_choice.person_bits,
    evidence_choice.number_bits,
    evidence_choice.status_bits
from evidence_choice
inner join record_form on record_form.rid = evidence_choice.rid
inner join anchored on anchored.enterprise_id = evidence_choice.enterprise_id
inner join record_form as anchor on anchor.rid = anchored.rid
inner join calibration
    on calibration.name_class = evidence_choice.name_class and calibration.margin = evidence_choice.margin
left join er_assignment
    on er_assignment.feed = record_form.feed and er_assignment.record_key = record_form.record_key
where er_assignment.enterprise_id is null and calibration.chance >= 0.3
order by feed, record_key

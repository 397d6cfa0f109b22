-- grain: one row per record and enterprise about which a person is asked; equal questions carry one fold
-- uses: record_form, anchored, evidence_choice, calibration, contradicted, er_assignment
with

doubtful as (
    select
        evidence_choice.rid,
        evidence_choice.enterprise_id,
        'doubt' as reason,
        calibration.chance
    from evidence_choice
    inner join calibration
        on calibration.name_class = evidence_choice.name_class and calibration.margin = evidence_choice.margin
    inner join record_form on record_form.rid = evidence_choice.rid
    left join er_assignment
        on er_assignment.feed = record_form.feed and er_assignment.record_key = record_form.record_key
    where er_assignment.enterprise_id is null and calibration.chance >= 0.3
),

asked as (
    select rid, enterprise_id, reason, chance
    from doubtful
    union all
    select rid, enterprise_id, 'contradicted' as reason, 0.5 as chance
    from contradicted
)

select
    record_form.feed,
    record_form.record_key,
    anchor.feed as candidate_feed,
    anchor.record_key as candidate_key,
    asked.enterprise_id,
    asked.reason,
    asked.chance,
    coalesce(least(evidence_choice.score, evidence_choice.lead_bits), 0) as score,
    record_form.full_name || '@' || record_form.region_code || '>' || asked.enterprise_id as fold,
    record_form.written_name as record_name,
    anchored.written_name as candidate_name,
    record_form.full_name as record_full_name,
    record_form.region_code as record_region,
    anchored.region_code as candidate_region,
    record_form.claims as record_numbers,
    anchor.claims as candidate_numbers,
    record_form.road || record_form.house || record_form.room as record_place,
    anchored.road || anchored.house || anchored.room as candidate_place,
    record_form.representative as record_person,
    anchored.representative as candidate_person,
    evidence_choice.name_bits,
    evidence_choice.region_bits,
    evidence_choice.place_bits,
    evidence_choice.person_bits,
    evidence_choice.number_bits,
    evidence_choice.status_bits
from asked
inner join record_form on record_form.rid = asked.rid
inner join anchored on anchored.enterprise_id = asked.enterprise_id
inner join record_form as anchor on anchor.rid = anchored.rid
left join evidence_choice
    on evidence_choice.rid = asked.rid and evidence_choice.enterprise_id = asked.enterprise_id
where anchor.rid <> record_form.rid
order by feed, record_key, candidate_key

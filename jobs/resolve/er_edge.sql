-- grain: one row per record that evidence had to judge: its best candidate, and what each feature says in bits
-- uses: record_form, anchored, evidence_choice, evidence_link
select
    record_form.feed,
    record_form.record_key,
    evidence_choice.enterprise_id,
    evidence_link.rid is not null as is_accepted,
    record_form.written_name as record_name,
    anchored.written_name as candidate_name,
    case evidence_choice.level
        when 0 then 'same'
        when 1 then 'core'
        when 2 then 'near'
        when 3 then 'brand'
        when 4 then 'trade'
        when 5 then 'part'
        else 'far'
    end as name_level,
    evidence_choice.name_bits,
    evidence_choice.region_bits,
    evidence_choice.place_bits,
    evidence_choice.person_bits,
    evidence_choice.number_bits,
    evidence_choice.status_bits,
    evidence_choice.known_bits,
    evidence_choice.score,
    evidence_choice.lead_bits
from evidence_choice
inner join record_form on record_form.rid = evidence_choice.rid
inner join anchored on anchored.enterprise_id = evidence_choice.enterprise_id
left join evidence_link on evidence_link.rid = evidence_choice.rid
order by feed, record_key

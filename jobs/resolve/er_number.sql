-- grain: one row per enterprise, number and feed that gives it
-- uses: record_form, number_claim, er_assignment
select distinct
    er_assignment.enterprise_id,
    number_claim.kind,
    number_claim.value,
    er_assignment.feed
from er_assignment
inner join record_form
    on record_form.feed = er_assignment.feed and record_form.record_key = er_assignment.record_key
inner join number_claim on number_claim.rid = record_form.rid
where number_claim.kind in ('uscc', 'org', 'reg')
order by enterprise_id, kind, value, feed

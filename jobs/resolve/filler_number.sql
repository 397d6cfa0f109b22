-- grain: one row per number that stands for nobody: unregistered, under three brands or more
-- uses: record_form, number_claim, anchored_number
select
    number_claim.kind,
    number_claim.value
from number_claim
inner join record_form on record_form.rid = number_claim.rid
left join anchored_number
    on anchored_number.kind = number_claim.kind and anchored_number.value = number_claim.value
where anchored_number.enterprise_id is null and record_form.brand <> ''
group by number_claim.kind, number_claim.value
having count(*) >= 3 and count(distinct record_form.brand_sound) >= 3

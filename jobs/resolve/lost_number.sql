-- grain: one row per registration number that the register has dropped, or has in an older form, and offices still write beside the code
-- uses: number_claim, known_by_code
with

listed as (
    select distinct value
    from number_claim
    where in_register and kind = 'reg'
)

select number_claim.value, min(known_by_code.enterprise_id) as enterprise_id
from known_by_code
inner join number_claim on number_claim.rid = known_by_code.rid
left join listed on listed.value = number_claim.value
where number_claim.kind = 'reg' and listed.value is null
group by number_claim.value
having min(known_by_code.enterprise_id) = max(known_by_code.enterprise_id)

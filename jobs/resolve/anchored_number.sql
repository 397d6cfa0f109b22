-- grain: one row per number that exactly one enterprise with an anchor holds
-- uses: number_claim, anchor_record, lost_number
with

held as (
    select anchor_record.enterprise_id, number_claim.kind, number_claim.value
    from anchor_record
    inner join number_claim on number_claim.rid = anchor_record.rid
    where
        number_claim.kind in ('org', 'uscc', 'reg')
        or (number_claim.kind = 'old' and anchor_record.in_register)
        or (number_claim.kind = 'cut' and not anchor_record.in_register)
    union all
    select anchor_record.enterprise_id, 'cut' as kind, substr(number_claim.value, 1, 15) as value
    from anchor_record
    inner join number_claim on number_claim.rid = anchor_record.rid
    where number_claim.kind = 'uscc'
    union all
    select enterprise_id, 'reg' as kind, value
    from lost_number
)

select min(enterprise_id) as enterprise_id, kind, value
from held
group by kind, value
having min(enterprise_id) = max(enterprise_id)

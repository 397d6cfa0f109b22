-- grain: one row per number that exactly one enterprise with an anchor holds
-- uses: number_claim, anchor_record
with

held as (
    select distinct anchor_record.enterprise_id, number_claim.kind, number_claim.value
    from anchor_record
    inner join number_claim on number_claim.rid = anchor_record.rid
    where number_claim.kind in ('org', 'uscc', 'reg') or (number_claim.kind = 'old' and anchor_record.in_register)
    union
    select distinct anchor_record.enterprise_id, 'cut' as kind, substr(number_claim.value, 1, 15) as value
    from anchor_record
    inner join number_claim on number_claim.rid = anchor_record.rid
    where number_claim.kind = 'uscc'
),

counted as (
    select kind, value, min(enterprise_id) as enterprise_id, count(*) as holders
    from held
    group by kind, value
)

select enterprise_id, kind, value
from counted
where holders = 1

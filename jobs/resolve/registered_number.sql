-- grain: one row per number that exactly one registered enterprise holds
-- uses: number_claim, registered_record
with

held as (
    select distinct registered_record.enterprise_id, number_claim.kind, number_claim.value
    from registered_record
    inner join number_claim on number_claim.rid = registered_record.rid
    where number_claim.kind in ('org', 'uscc', 'reg', 'old')
    union
    select distinct registered_record.enterprise_id, 'cut' as kind, substr(number_claim.value, 1, 15) as value
    from registered_record
    inner join number_claim on number_claim.rid = registered_record.rid
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

-- grain: one row per lease that began after its tenant was cancelled or revoked
-- uses:  enterprise, plant-lease
-- title: 注销或吊销之后才起租
-- weight: 45
select
    lease.enterprise_id,
    split_part(lease.feed, '.', 1) as department,
    lease.feed,
    cast(null as varchar) as attribute,
    '租约 ' || lease.lease_no || ' 自 ' || cast(lease.lease_from as varchar) || ' 起租' as said,
    '登记机关 ' || cast(coalesce(enterprise.cancel_date, enterprise.revoke_date) as varchar) || ' 已注销或吊销' as against,
    lease.observed_at
from "plant-lease" as lease
inner join enterprise on enterprise.enterprise_id = lease.enterprise_id
where lease.lease_from > coalesce(enterprise.cancel_date, enterprise.revoke_date)

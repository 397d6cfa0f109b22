-- grain: one row per enterprise whose licence is revoked or cancelled while the tax register has it as normal
-- uses:  enterprise, claim
-- title: 已吊销或注销而税务状态正常
-- weight: 85
select
    claim.enterprise_id,
    split_part(claim.feed, '.', 1) as department,
    claim.feed,
    claim.attribute,
    '税务登记状态 正常' as said,
    '登记状态 ' || coalesce(enterprise.reg_status_name, enterprise.reg_status_code) as against,
    claim.observed_at
from claim
inner join enterprise on enterprise.enterprise_id = claim.enterprise_id
where
    claim.winner
    and claim.attribute = 'tax_status_code'
    and claim.value = '03'
    and enterprise.reg_status_code in ('REVOKED', 'REVOKED_CANCELLED', 'CANCELLED', 'FORCED_CANCELLED', 'RESCINDED')

-- grain: one row per enterprise that the park's roster has as present while its registration is gone
-- uses:  enterprise, claim
-- title: 名册在园而登记已注销或吊销
-- weight: 65
select
    claim.enterprise_id,
    split_part(claim.feed, '.', 1) as department,
    claim.feed,
    claim.attribute,
    '名册状态 在园' as said,
    '登记状态 ' || coalesce(enterprise.reg_status_name, enterprise.reg_status_code) as against,
    claim.observed_at
from claim
inner join enterprise on enterprise.enterprise_id = claim.enterprise_id
where
    claim.winner
    and claim.attribute = 'park_status'
    and claim.value = 'IN_PARK'
    and enterprise.reg_status_code in ('REVOKED', 'REVOKED_CANCELLED', 'CANCELLED', 'FORCED_CANCELLED', 'RESCINDED')

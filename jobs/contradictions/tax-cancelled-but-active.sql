-- grain: one row per enterprise that the tax register has as cancelled while its registration is active
-- uses:  enterprise, claim
-- title: 税务已注销而登记仍存续
-- weight: 50
select
    claim.enterprise_id,
    split_part(claim.feed, '.', 1) as department,
    claim.feed,
    claim.attribute,
    '登记状态 ' || coalesce(enterprise.reg_status_name, claim.value) as said,
    '税务登记状态 已注销' as against,
    claim.observed_at
from claim
inner join enterprise on enterprise.enterprise_id = claim.enterprise_id
where
    claim.winner
    and claim.attribute = 'reg_status_code'
    and claim.value = 'ACTIVE'
    and enterprise.tax_status_code in ('07', '08')

-- grain: one row per construction permit of an enterprise that the market register does not know
-- uses:  claim, construction-permit
-- title: 施工许可的建设单位没有登记
-- weight: 60
with

registered as (
    select distinct enterprise_id
    from claim
    where split_part(feed, '.', 1) = 'market-regulation'
)

select
    permit.enterprise_id,
    split_part(permit.feed, '.', 1) as department,
    permit.feed,
    cast(null as varchar) as attribute,
    '施工许可 ' || permit.permit_no || '，建设单位 ' || permit.ent_name as said,
    '登记机关没有这家企业' as against,
    permit.observed_at
from "construction-permit" as permit
left join registered on registered.enterprise_id = permit.enterprise_id
where registered.enterprise_id is null

-- grain: one row per construction permit issued to an enterprise that had no valid registration on that day
-- uses:  enterprise, construction-permit
-- title: 发放施工许可时企业已无有效登记
-- weight: 80
select
    permit.enterprise_id,
    split_part(permit.feed, '.', 1) as department,
    permit.feed,
    cast(null as varchar) as attribute,
    '施工许可 ' || permit.permit_no || ' 发证于 ' || cast(permit.issue_date as varchar) as said,
    '登记机关 ' || cast(coalesce(enterprise.cancel_date, enterprise.revoke_date) as varchar) || ' 已注销或吊销' as against,
    permit.observed_at
from "construction-permit" as permit
inner join enterprise on enterprise.enterprise_id = permit.enterprise_id
where permit.issue_date > coalesce(enterprise.cancel_date, enterprise.revoke_date)

-- grain: one row per licence decided for an enterprise after it was cancelled
-- uses:  enterprise, licence
-- title: 注销之后仍发放行政许可
-- weight: 75
select
    granted.enterprise_id,
    split_part(granted.feed, '.', 1) as department,
    granted.feed,
    cast(null as varchar) as attribute,
    '许可 ' || coalesce(granted.doc_no, granted.cert_no, '') || ' 决定于 ' || cast(granted.decision_date as varchar) as said,
    '登记机关 ' || cast(enterprise.cancel_date as varchar) || ' 已注销' as against,
    granted.observed_at
from licence as granted
inner join enterprise on enterprise.enterprise_id = granted.enterprise_id
where granted.decision_date > enterprise.cancel_date

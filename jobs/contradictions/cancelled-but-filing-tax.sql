-- grain: one row per enterprise that market regulation has cancelled and that filed tax for a later period
-- uses:  enterprise, tax-month
-- title: 已注销仍在申报纳税
-- weight: 90
with

filed as (
    select
        enterprise_id,
        feed,
        max(period_to) as period_to,
        max(observed_at) as observed_at
    from "tax-month"
    group by
        enterprise_id,
        feed
)

select
    filed.enterprise_id,
    split_part(filed.feed, '.', 1) as department,
    filed.feed,
    cast(null as varchar) as attribute,
    '申报所属期至 ' || cast(filed.period_to as varchar) as said,
    '登记机关 ' || cast(enterprise.cancel_date as varchar) || ' 已注销' as against,
    filed.observed_at
from filed
inner join enterprise on enterprise.enterprise_id = filed.enterprise_id
where
    enterprise.cancel_date is not null
    and filed.period_to > enterprise.cancel_date + interval 1 month

-- grain: one row per enterprise and record that its size class rests on
-- uses:  claim, annual-report
with

reported as (
    select
        *,
        row_number() over (
            partition by enterprise_id
            order by report_year desc, publish_date desc nulls last, record_key
        ) as place
    from "annual-report"
    where
        enterprise_id is not null
        and (revenue is not null or total_assets is not null or employee_num is not null)
),

used as (
    select
        claim.enterprise_id,
        case claim.attribute when 'industry_code' then 'INDUSTRY' else 'EMPLOYEES' end as basis,
        claim.feed,
        claim.record_key,
        claim.observed_at,
        claim."window",
        claim.object,
        claim."offset",
        claim.length,
        claim.sheet,
        claim."row"
    from claim
    where claim.winner and claim.attribute in ('industry_code', 'employee_num')
    union all
    select
        reported.enterprise_id,
        'REPORT' as basis,
        reported.feed,
        reported.record_key,
        reported.observed_at,
        reported."window",
        reported.object,
        reported."offset",
        reported.length,
        reported.sheet,
        reported."row"
    from reported
    where reported.place = 1
)

select
    enterprise_id,
    basis,
    feed,
    record_key,
    observed_at,
    "window",
    object,
    "offset",
    length,
    sheet,
    "row"
from used
order by
    enterprise_id,
    basis

-- grain: one row per enterprise: its size class with the figures that it rests on
-- uses:  claim, annual-report, size-class-input
-- Thresholds of 国统字〔2017〕213号: a class needs every figure of its trade, and the smallest is told by any one.
-- Its 其他未列明行业 names 703 and 709 and leaves 自有房地产经营活动 out, which is 704 房地产租赁经营 since 2017.
with

threshold (trade, figure, large, medium, small) as (
    values
    ('农林牧渔业', 'Y', 20000, 500, 50),
    ('工业', 'X', 1000, 300, 20),
    ('工业', 'Y', 40000, 2000, 300),
    ('建筑业', 'Y', 80000, 6000, 300),
    ('建筑业', 'Z', 80000, 5000, 300),
    ('批发业', 'X', 200, 20, 5),
    ('批发业', 'Y', 40000, 5000, 1000),
    ('零售业', 'X', 300, 50, 10),
    ('零售业', 'Y', 20000, 500, 100),
    ('交通运输业', 'X', 1000, 300, 20),
    ('交通运输业', 'Y', 30000, 3000, 200),
    ('仓储业', 'X', 200, 100, 20),
    ('仓储业', 'Y', 30000, 1000, 100),
    ('邮政业', 'X', 1000, 300, 20),
    ('邮政业', 'Y', 30000, 2000, 100),
    ('住宿业', 'X', 300, 100, 10),
    ('住宿业', 'Y', 10000, 2000, 100),
    ('餐饮业', 'X', 300, 100, 10),
    ('餐饮业', 'Y', 10000, 2000, 100),
    ('信息传输业', 'X', 2000, 100, 10),
    ('信息传输业', 'Y', 100000, 1000, 100),
    ('软件和信息技术服务业', 'X', 300, 100, 10),
    ('软件和信息技术服务业', 'Y', 10000, 1000, 50),
    ('房地产开发经营', 'Y', 200000, 1000, 100),
    ('房地产开发经营', 'Z', 10000, 5000, 2000),
    ('物业管理', 'X', 1000, 300, 100),
    ('物业管理', 'Y', 5000, 1000, 500),
    ('租赁和商务服务业', 'X', 300, 100, 10),
    ('租赁和商务服务业', 'Z', 120000, 8000, 100),
    ('其他未列明行业', 'X', 300, 100, 10)
),

industry as (
    select
        enterprise_id,
        value as industry_code,
        case
            when substr(value, 1, 2) between '01' and '05' or value = 'A' then '农林牧渔业'
            when substr(value, 1, 2) between '06' and '46' or value in ('B', 'C', 'D') then '工业'
            when substr(value, 1, 2) between '47' and '50' or value = 'E' then '建筑业'
            when substr(value, 1, 2) = '51' then '批发业'
            when substr(value, 1, 2) = '52' then '零售业'
            when substr(value, 1, 2) between '54' and '58' or substr(value, 1, 3) = '591' then '交通运输业'
            when substr(value, 1, 3) between '592' and '599' then '仓储业'
            when substr(value, 1, 2) = '60' then '邮政业'
            when substr(value, 1, 2) = '61' then '住宿业'
            when substr(value, 1, 2) = '62' then '餐饮业'
            when substr(value, 1, 2) in ('63', '64') then '信息传输业'
            when substr(value, 1, 2) = '65' then '软件和信息技术服务业'
            when substr(value, 1, 3) = '701' then '房地产开发经营'
            when substr(value, 1, 3) = '702' then '物业管理'
            when substr(value, 1, 2) in ('71', '72') or value = 'L' then '租赁和商务服务业'
            when substr(value, 1, 3) = '704' then '不适用'
            when substr(value, 1, 3) in ('703', '709') or substr(value, 1, 2) = '85' then '其他未列明行业'
            when substr(value, 1, 2) between '73' and '82' or value in ('M', 'N', 'O') then '其他未列明行业'
            when substr(value, 1, 2) between '86' and '90' or value = 'R' then '其他未列明行业'
            when substr(value, 1, 2) in ('53', '66', '67', '68', '69', '83', '84') then '不适用'
            when substr(value, 1, 2) between '91' and '97' or value in ('J', 'P', 'S', 'T') then '不适用'
        end as trade,
        feed,
        record_key,
        observed_at,
        "window",
        object,
        "offset",
        length,
        sheet,
        "row"
    from claim
    where winner and attribute = 'industry_code'
),

reported as (
    select report.*
    from "annual-report" as report
    inner join "size-class-input" as input
        on input.enterprise_id = report.enterprise_id
        and input.feed = report.feed
        and input.record_key = report.record_key
    where input.basis = 'REPORT'
),

staffed as (
    select
        enterprise_id,
        cast(value as bigint) as employee_num,
        feed
    from claim
    where winner and attribute = 'employee_num'
),

figured as (
    select
        industry.*,
        coalesce(staffed.employee_num, reported.employee_num) as employee_num,
        case
            when staffed.employee_num is not null then staffed.feed
            when reported.employee_num is not null then reported.feed
        end as employee_feed,
        reported.revenue,
        reported.total_assets,
        reported.report_year
    from industry
    left join reported on reported.enterprise_id = industry.enterprise_id
    left join staffed on staffed.enterprise_id = industry.enterprise_id
),

measured as (
    select
        figured.enterprise_id,
        threshold.figure,
        case threshold.figure
            when 'X' then cast(figured.employee_num as decimal(24, 6))
            when 'Y' then figured.revenue
            else figured.total_assets
        end as value,
        threshold.large,
        threshold.medium,
        threshold.small
    from figured
    inner join threshold on threshold.trade = figured.trade
),

graded as (
    select
        enterprise_id,
        min(case
            when value is null then 9
            when value >= large then 4
            when value >= medium then 3
            when value >= small then 2
            else 1
        end) as least,
        count(*) - count(value) as unknown,
        nullif(
            concat_ws(
                '、',
                max(case when figure = 'X' and value is null then '从业人数' end),
                max(case when figure = 'Y' and value is null then '营业收入' end),
                max(case when figure = 'Z' and value is null then '资产总额' end)
            ),
            ''
        ) as missing
    from measured
    group by enterprise_id
),

classed as (
    select
        figured.*,
        graded.missing,
        case
            when figured.trade = '不适用' then 'NOT_APPLICABLE'
            when graded.least = 1 then 'MICRO'
            when graded.unknown > 0 or graded.least is null then 'UNKNOWN'
            when graded.least = 4 then 'LARGE'
            when graded.least = 3 then 'MEDIUM'
            else 'SMALL'
        end as size_class
    from figured
    left join graded on graded.enterprise_id = figured.enterprise_id
)

select
    enterprise_id,
    size_class,
    case size_class
        when 'LARGE' then '大型'
        when 'MEDIUM' then '中型'
        when 'SMALL' then '小型'
        when 'MICRO' then '微型'
        when 'NOT_APPLICABLE' then '不适用'
        else '不明'
    end as size_name,
    trade,
    industry_code,
    employee_num,
    employee_feed,
    revenue,
    total_assets,
    report_year,
    missing,
    feed,
    record_key,
    observed_at,
    "window",
    object,
    "offset",
    length,
    sheet,
    "row"
from classed
order by enterprise_id

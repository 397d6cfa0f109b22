-- grain: one row per code, kind of code and enterprise; codes that hold a person's identity number are left out
-- uses:  enterprise, enterprise_number, claim
with

known as (
    select
        enterprise_id,
        case kind when 'org' then 'org_code' when 'reg' then 'reg_no' when 'tax' then 'taxpayer_id' else kind end as kind,
        value as code
    from enterprise_number
    union
    select
        enterprise_id,
        attribute as kind,
        value as code
    from claim
    where
        winner
        and attribute in ('uscc', 'org_code', 'reg_no', 'taxpayer_id')
    union
    select
        enterprise_id,
        'org_code' as kind,
        substr(value, 9, 9) as code
    from claim
    where
        winner
        and attribute = 'uscc'
        and length(value) = 18
)

select
    known.code,
    known.kind,
    known.enterprise_id
from known
inner join enterprise on enterprise.enterprise_id = known.enterprise_id
where
    known.code <> ''
    and personal_code(known.code) = 'false'
order by
    known.code,
    known.kind,
    known.enterprise_id

-- grain: one row per record of the register, with the anchor of its enterprise
-- uses: record_form, number_claim
with

holders as (
    select
        number_claim.kind,
        number_claim.value,
        count(distinct record_form.brand) as brands
    from number_claim
    inner join record_form on record_form.rid = number_claim.rid
    where number_claim.in_register and number_claim.kind in ('org', 'reg')
    group by number_claim.kind, number_claim.value
),

-- A number under three different brands is a filler that happens to pass its check.
trusted as (
    select
        number_claim.rid,
        min(case when number_claim.kind = 'org' then number_claim.value end) as org_code,
        min(case when number_claim.kind = 'reg' then number_claim.value end) as reg_no
    from number_claim
    inner join holders on holders.kind = number_claim.kind and holders.value = number_claim.value
    where number_claim.in_register and holders.brands < 3
    group by number_claim.rid
),

-- The register may list an enterprise before and after it got its code.
crosswalk as (
    select reg_no, min(org_code) as org_code
    from trusted
    where reg_no is not null and org_code is not null
    group by reg_no
    having count(distinct org_code) = 1
),

anchored as (
    select
        record_form.rid,
        coalesce(trusted.org_code, crosswalk.org_code) as org_code,
        trusted.reg_no,
        case
            when trusted.org_code is not null then 'org:' || trusted.org_code
            when crosswalk.org_code is not null then 'org:' || crosswalk.org_code
            when trusted.reg_no is not null then 'reg:' || trusted.reg_no
            else 'key:' || record_form.feed || '|' || record_form.record_key
        end as anchor
    from record_form
    left join trusted on trusted.rid = record_form.rid
    left join crosswalk on crosswalk.reg_no = trusted.reg_no
    where record_form.in_register
)

select
    rid,
    org_code,
    reg_no,
    anchor,
    enterprise_id(anchor) as enterprise_id
from anchored

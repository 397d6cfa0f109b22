-- grain: one row: what a good number that no enterprise holds says against a record's likeliest enterprise, in bits
-- uses: record_form, number_claim, anchored, anchored_name, anchored_number
with

numbered as (
    select number_claim.rid, min(number_claim.value) as value, min(anchored_number.enterprise_id) as holder
    from number_claim
    left join anchored_number
        on anchored_number.kind = number_claim.kind and anchored_number.value = number_claim.value
    where not number_claim.in_register and number_claim.kind in ('org', 'reg', 'cut')
    group by number_claim.rid
),

used as (
    select value, count(*) as records
    from numbered
    group by value
),

-- Name and person, or name and house, leave no doubt whose record it is, whatever its number says.
certain as (
    select numbered.rid, numbered.holder, anchored.is_registered, used.records
    from numbered
    inner join record_form on record_form.rid = numbered.rid
    inner join anchored_name on anchored_name.full_name = record_form.full_name and anchored_name.kind = 'current'
    inner join anchored on anchored.enterprise_id = anchored_name.enterprise_id and anchored.org_code is not null
    inner join used on used.value = numbered.value
    where
        record_form.representative = anchored.representative and record_form.representative <> ''
        or (record_form.road = anchored.road and record_form.house = anchored.house and record_form.house <> '')
),

counted as (
    select
        sum(case when is_registered then 1 else 0 end) as records,
        sum(case when is_registered and holder is null and certain.records = 1 then 1 else 0 end) as lone,
        sum(case when is_registered and holder is null and certain.records > 1 then 1 else 0 end) as shared
    from certain
)

-- Somebody unknown holds a number of his own, and every other such number is met only once.
select
    log2((coalesce(lone, 0) + 2.0) / (coalesce(records, 0) + 100.0)) + 1 as lone_bits,
    log2((coalesce(shared, 0) + 1.0) / (coalesce(records, 0) + 100.0)) + 1 as shared_bits
from counted

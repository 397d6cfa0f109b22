-- grain: one row per record, kind and value of a number that stands in any of its number fields
-- uses: record_form
with

slot as (
    select n
    from (values (1), (2), (3), (4), (5), (6)) as slots (n)
),

claim as (
    select
        record_form.rid,
        record_form.in_register,
        split_part(record_form.claims, '|', slot.n) as claim
    from record_form
    cross join slot
    where split_part(record_form.claims, '|', slot.n) <> ''
)

select
    rid,
    in_register,
    split_part(claim, ':', 1) as kind,
    split_part(claim, ':', 2) as value
from claim

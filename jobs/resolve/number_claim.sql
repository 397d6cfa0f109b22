-- grain: one row per record, kind and value of a number that stands in any of its number fields
-- uses: record_form, er_ruling
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
),

voided as (
    select number as value
    from er_ruling
    where kind = 'VOID_NUMBER'
    union
    select substr(number, 9, 9) as value
    from er_ruling
    where kind = 'VOID_NUMBER' and length(number) = 18
    union
    select substr(number, 1, 15) as value
    from er_ruling
    where kind = 'VOID_NUMBER' and length(number) = 18
),

parted as (
    select
        rid,
        in_register,
        split_part(claim, ':', 1) as kind,
        split_part(claim, ':', 2) as value
    from claim
)

select parted.rid, parted.in_register, parted.kind, parted.value
from parted
left join voided on voided.value = parted.value
where voided.value is null

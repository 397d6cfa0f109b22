-- grain: one row per open record with a number: what the number says where it is not the candidate's
-- uses: open_record, number_claim, filler_number, number_match
with

filler as (
    select distinct number_claim.rid
    from number_claim
    inner join filler_number on filler_number.kind = number_claim.kind and filler_number.value = number_claim.value
),

-- A number that nobody else ever used may be a slip.
lone_number as (
    select value
    from number_claim
    where kind in ('org', 'reg', 'cut')
    group by value
    having count(distinct rid) = 1
),

-- The number is another registered enterprise's: somebody took the wrong line. An unknown number is its own owner's.
foreign_number as (
    select distinct rid
    from number_match
    where number_kind <> 'repair'
)

select
    open_record.rid,
    filler.rid is not null as is_filler,
    lone_number.value is not null as is_lone,
    foreign_number.rid is not null as is_foreign
from open_record
left join filler on filler.rid = open_record.rid
left join lone_number on lone_number.value = open_record.number_value
left join foreign_number on foreign_number.rid = open_record.rid
where open_record.number_value is not null

-- grain: one row per mistyped number and registered organisation code it may have meant
-- uses: number_claim, anchor_record, anchored_number
with

slot as (
    select n
    from (
        values
            (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15), (16), (17), (18), (19), (20),
            (21), (22), (23), (24), (25), (26), (27), (28), (29), (30), (31), (32), (33), (34), (35), (36), (37), (38)
    ) as slots (n)
),

read as (
    select number_claim.rid, number_repairs(number_claim.value) as meant
    from number_claim
    left join anchor_record on anchor_record.rid = number_claim.rid
    where number_claim.kind in ('bad', 'old') and anchor_record.rid is null
)

select distinct
    read.rid,
    anchored_number.enterprise_id
from read
cross join slot
inner join anchored_number
    on anchored_number.kind = 'org' and anchored_number.value = split_part(read.meant, '|', slot.n)
where split_part(read.meant, '|', slot.n) <> ''

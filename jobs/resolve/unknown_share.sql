-- grain: one row: how likely a record without a number speaks of an enterprise that nobody knows, as odds in bits
-- uses: record_form, number_claim, anchor_record
with

numbered as (
    select
        count(distinct number_claim.rid) as records,
        count(distinct case when not anchor_record.in_register then number_claim.rid end) as outsiders
    from number_claim
    left join anchor_record on anchor_record.rid = number_claim.rid
    where not number_claim.in_register and number_claim.kind = 'org'
)

-- About half of the outsiders' records stand beside a numbered one, which makes the outsider known.
select log2(1 / greatest(least((outsiders + 2.0) / (records + 40.0) / 2, 0.3), 0.02) - 1) as known_bits
from numbered

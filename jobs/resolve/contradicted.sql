-- grain: one row per record and enterprise about which numbers say the opposite of what operators decided
-- uses: record_form, number_claim, anchored, anchored_number, decided_pair, ruled_record
with

numbered as (
    select number_claim.rid, min(anchored_number.enterprise_id) as enterprise_id
    from number_claim
    inner join anchored_number
        on anchored_number.kind = number_claim.kind and anchored_number.value = number_claim.value
    where number_claim.kind in ('org', 'reg')
    group by number_claim.rid
    having count(distinct anchored_number.enterprise_id) = 1
),

paired as (
    select
        case when one_form.in_register then other.rid else one.rid end as rid,
        case when one_form.in_register then one.enterprise_id else other.enterprise_id end as enterprise_id
    from decided_pair
    inner join numbered as one on one.rid = decided_pair.rid_1
    inner join numbered as other on other.rid = decided_pair.rid_2
    inner join record_form as one_form on one_form.rid = decided_pair.rid_1
    inner join record_form as other_form on other_form.rid = decided_pair.rid_2
    where
        (decided_pair.decision = 'must_link' and one.enterprise_id <> other.enterprise_id)
        or (
            decided_pair.decision = 'cannot_link'
            and one.enterprise_id = other.enterprise_id
            and one_form.full_name = other_form.full_name
        )
),

ruled_against as (
    select ruled_record.rid, ruled_record.enterprise_id
    from ruled_record
    inner join numbered on numbered.rid = ruled_record.rid
    inner join record_form on record_form.rid = ruled_record.rid
    inner join anchored on anchored.enterprise_id = numbered.enterprise_id
    where
        (ruled_record.kind = 'SAME' and numbered.enterprise_id <> ruled_record.enterprise_id)
        or (
            ruled_record.kind = 'DIFFERENT'
            and numbered.enterprise_id = ruled_record.enterprise_id
            and record_form.full_name = anchored.full_name
        )
)

select rid, enterprise_id
from paired
union
select rid, enterprise_id
from ruled_against

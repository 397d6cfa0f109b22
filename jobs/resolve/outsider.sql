-- grain: one row per record of an enterprise that the register does not list but a number of its own tells
-- uses: record_form, number_claim, registered_number, number_match, number_link, name_link
with

unknown as (
    select
        number_claim.rid,
        number_claim.kind,
        number_claim.value,
        record_form.brand,
        record_form.brand_sound,
        record_form.tail
    from number_claim
    inner join record_form on record_form.rid = number_claim.rid
    left join number_match on number_match.rid = number_claim.rid
    left join name_link on name_link.rid = number_claim.rid
    where
        not number_claim.in_register
        and number_claim.kind in ('org', 'reg')
        and number_match.rid is null
        and name_link.rid is null
),

-- One number, one brand, one tail: anything else is a filler, or a head's number on its branch.
holder as (
    select kind, value
    from unknown
    group by kind, value
    having count(distinct case when brand <> '' then brand_sound end) <= 1 and count(distinct tail) <= 1
),

anchored as (
    select
        unknown.rid,
        min(case when unknown.kind = 'org' then 'org:' || unknown.value end) as org_anchor,
        min(case when unknown.kind = 'reg' then 'reg:' || unknown.value end) as reg_anchor
    from unknown
    inner join holder on holder.kind = unknown.kind and holder.value = unknown.value
    group by unknown.rid
),

-- A record with both numbers says which organisation code a registration number belongs to.
crosswalk as (
    select reg_anchor, min(org_anchor) as org_anchor
    from anchored
    where org_anchor is not null and reg_anchor is not null
    group by reg_anchor
    having count(distinct org_anchor) = 1
)

select
    anchored.rid,
    coalesce(anchored.org_anchor, crosswalk.org_anchor, anchored.reg_anchor) as anchor,
    enterprise_id(coalesce(anchored.org_anchor, crosswalk.org_anchor, anchored.reg_anchor)) as enterprise_id
from anchored
left join crosswalk on crosswalk.reg_anchor = anchored.reg_anchor

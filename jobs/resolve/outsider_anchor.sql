-- grain: one row per record of an enterprise that the register does not list but a number of its own tells
-- uses: record_form, number_claim, register_anchor, known_by_code, lost_number
with

listed as (
    select distinct kind, value
    from number_claim
    where in_register and kind in ('org', 'reg')
    union
    select distinct 'cut' as kind, substr(value, 1, 15) as value
    from number_claim
    where in_register and kind = 'uscc'
),

-- The register holds some old enterprises without a code: a number under such a name is theirs, not an outsider's.
codeless as (
    select distinct
        record_form.full_name,
        record_form.core_sound || '|' || record_form.tail as sound,
        record_form.representative,
        record_form.region_code
    from register_anchor
    inner join record_form on record_form.rid = register_anchor.rid
    where register_anchor.org_code is null and record_form.full_name <> ''
),

-- A cut code and the whole one that begins like it are one number seen twice.
cut_once as (
    select value, count(*) as records
    from number_claim
    where kind = 'cut' and not in_register
    group by value
),

seen_once as (
    select number_claim.kind, number_claim.value
    from number_claim
    left join number_claim as whole on whole.rid = number_claim.rid and whole.kind = 'uscc'
    left join cut_once on cut_once.value = substr(whole.value, 1, 15)
    where not number_claim.in_register
    group by number_claim.kind, number_claim.value
    having count(distinct number_claim.rid) = 1 and max(cut_once.records) is null
),

listed_name as (
    select legal_form, full_name, count(*) as bearers
    from record_form
    where in_register
    group by legal_form, full_name
),

repeated_form as (
    select legal_form, sum(case when bearers > 1 then bearers else 0 end) * 1.0 / sum(bearers) as share
    from listed_name
    group by legal_form
),

-- A number seen once, under the name of an enterprise that has another one, is rather a wrong number. Not so where
-- names are repeated, as shops' are: there it is another shop's.
slipped as (
    select distinct number_claim.rid, number_claim.kind, number_claim.value
    from number_claim
    inner join seen_once on seen_once.kind = number_claim.kind and seen_once.value = number_claim.value
    inner join record_form on record_form.rid = number_claim.rid
    inner join record_form as listed
        on listed.core_sound = record_form.core_sound and listed.tail = record_form.tail and listed.in_register
    inner join repeated_form on repeated_form.legal_form = listed.legal_form
    where
        not number_claim.in_register
        and record_form.core_sound <> ''
        and (
            (
                record_form.full_name = listed.full_name
                and record_form.name_region <> ''
                and repeated_form.share < 0.07
                -- Two persons are two enterprises of one name.
                and (
                    record_form.representative = ''
                    or listed.representative = ''
                    or record_form.representative = listed.representative
                )
            )
            or (record_form.representative <> '' and record_form.representative = listed.representative)
            or (
                record_form.house <> ''
                and record_form.road = listed.road
                and record_form.house = listed.house
                and substr(record_form.region_code, 1, 4) = substr(listed.region_code, 1, 4)
            )
        )
),

adopted as (
    select distinct number_claim.kind, number_claim.value
    from number_claim
    inner join record_form on record_form.rid = number_claim.rid
    inner join codeless on codeless.full_name = record_form.full_name
    where not number_claim.in_register
    union
    select distinct number_claim.kind, number_claim.value
    from number_claim
    inner join record_form on record_form.rid = number_claim.rid
    inner join codeless
        on
            codeless.region_code = record_form.region_code
            and codeless.sound = record_form.core_sound || '|' || record_form.tail
    left join repeated_form on repeated_form.legal_form = record_form.legal_form
    where
        not number_claim.in_register
        and record_form.region_code <> ''
        -- The next shop of the same street may be called alike.
        and (
            coalesce(repeated_form.share, 0) < 0.07
            or (record_form.representative <> '' and record_form.representative = codeless.representative)
        )
    union
    select distinct number_claim.kind, number_claim.value
    from number_claim
    inner join record_form on record_form.rid = number_claim.rid
    inner join codeless
        on
            codeless.region_code = record_form.region_code
            and codeless.representative = record_form.representative
    where not number_claim.in_register and record_form.region_code <> '' and record_form.representative <> ''
),

unknown as (
    select
        number_claim.rid,
        number_claim.kind,
        number_claim.value,
        record_form.name,
        record_form.full_name,
        case when record_form.alias <> '' then split_part(name_form(record_form.alias), chr(31), 1) else '' end as alias,
        record_form.tail,
        record_form.representative,
        case when record_form.house <> '' then record_form.road || record_form.house else '' end as place,
        record_form.brand_sound || '|' || record_form.tail as bearer
    from number_claim
    inner join record_form on record_form.rid = number_claim.rid
    left join listed on listed.kind = number_claim.kind and listed.value = number_claim.value
    left join adopted on adopted.kind = number_claim.kind and adopted.value = number_claim.value
    left join seen_once on seen_once.kind = number_claim.kind and seen_once.value = number_claim.value
    left join slipped
        on slipped.rid = number_claim.rid and slipped.kind = number_claim.kind and slipped.value = number_claim.value
    left join known_by_code on known_by_code.rid = number_claim.rid
    left join lost_number on lost_number.value = number_claim.value and number_claim.kind = 'reg'
    where
        not number_claim.in_register
        and number_claim.kind in ('org', 'reg', 'cut')
        and listed.value is null
        and adopted.value is null
        and slipped.rid is null
        and known_by_code.rid is null
        and lost_number.value is null
        -- What is left of a cut code has no check character: only met again it is no slip.
        and (seen_once.value is null or number_claim.kind <> 'cut')
),

bearers as (
    select
        kind,
        value,
        bearer,
        count(*) as records,
        min(name) as name,
        count(*) over (partition by kind, value) as bearers,
        row_number() over (partition by kind, value order by count(*) desc, bearer) as choice,
        lead(count(*)) over (partition by kind, value order by count(*) desc, bearer) as next_records,
        lead(min(name)) over (partition by kind, value order by count(*) desc, bearer) as next_name
    from unknown
    group by kind, value, bearer
),

-- What a name's records tell beside it, once: a number may stand on very many.
told as (
    select distinct kind, value, bearer, tail, 'person' as what, representative as text
    from unknown
    where representative <> ''
    union all
    select distinct kind, value, bearer, tail, 'place' as what, place as text
    from unknown
    where place <> ''
    union all
    select distinct kind, value, bearer, tail, 'alias' as what, alias as text
    from unknown
    where alias <> ''
),

borne as (
    select kind, value, bearer, tail, what, text
    from told
    where what <> 'alias'
    union all
    select distinct kind, value, bearer, tail, 'alias' as what, full_name as text
    from unknown
),

-- Two names under one number are one enterprise before and after where a record tells both, or the person or the house
-- is the same.
renamed as (
    select distinct bearers.kind, bearers.value
    from bearers
    inner join told on told.kind = bearers.kind and told.value = bearers.value
    inner join borne
        on
            borne.kind = told.kind
            and borne.value = told.value
            and borne.what = told.what
            and borne.text = told.text
            and borne.tail = told.tail
    where bearers.choice = 1 and bearers.bearers = 2 and borne.bearer <> told.bearer
),

-- A number belongs to the brand that most of its records bear. Two that differ by a slip of the pen are one; else it
-- is a filler, or a head's number on its branches, and belongs to nobody.
holder as (
    select bearers.kind, bearers.value, bearers.bearer
    from bearers
    left join renamed on renamed.kind = bearers.kind and renamed.value = bearers.value
    where
        choice = 1
        and (
            bearers = 1
            or renamed.value is not null
            or (bearers = 2 and records > next_records)
            or (
                bearers = 2
                and split_part(name_evidence(name, next_name), chr(31), 1) in ('same', 'core', 'near', 'brand', 'part')
                and split_part(name_evidence(name, next_name), chr(31), 5) = '0'
            )
        )
),

owned as (
    select
        unknown.rid,
        min(case when unknown.kind = 'org' then 'org:' || unknown.value end) as org_anchor,
        min(case when unknown.kind = 'reg' then 'reg:' || unknown.value end) as reg_anchor,
        min(case when unknown.kind = 'cut' then 'cut:' || unknown.value end) as cut_anchor
    from unknown
    inner join holder
        on holder.kind = unknown.kind and holder.value = unknown.value and holder.bearer = unknown.bearer
    group by unknown.rid
),

-- A record with both numbers says which organisation code a registration number belongs to, and so does a name that
-- two records of one county share when each has one of the numbers.
named as (
    select distinct
        owned.org_anchor,
        owned.reg_anchor,
        owned.cut_anchor,
        -- People leave 有限 out of a company's name.
        case
            when record_form.legal_form in ('有限公司', '公司') and length(record_form.core_sound) >= 4
                then record_form.core_sound || '|' || record_form.tail
            else record_form.full_name
        end as name_told,
        -- A name that tells its region is the same enterprise's wherever its site lies.
        case when record_form.name_region <> '' then record_form.name_region else record_form.region_code end as region_code
    from owned
    inner join record_form on record_form.rid = owned.rid
),

paired as (
    select reg_anchor, org_anchor
    from owned
    where org_anchor is not null and reg_anchor is not null
    union
    select one.reg_anchor, other.org_anchor
    from named as one
    inner join named as other on other.name_told = one.name_told and other.region_code = one.region_code
    where
        one.org_anchor is null
        and other.org_anchor is not null
        and other.reg_anchor is null
        and one.name_told <> ''
        and one.region_code <> ''
),

crosswalk as (
    select reg_anchor, min(org_anchor) as org_anchor
    from paired
    group by reg_anchor
    having count(distinct org_anchor) = 1
),

-- A code that was cut is the whole one's that begins like it.
whole as (
    select 'cut:' || substr(number_claim.value, 1, 15) as cut_anchor, min(owned.org_anchor) as org_anchor
    from owned
    inner join number_claim on number_claim.rid = owned.rid
    where
        number_claim.kind = 'uscc'
        and owned.org_anchor is not null
        and substr(number_claim.value, 9, 9) = substr(owned.org_anchor, 5)
    group by substr(number_claim.value, 1, 15)
    having count(distinct owned.org_anchor) = 1
),

-- An old tax number has the whole organisation code, of which the cut one has seven characters.
begun as (
    select named.cut_anchor, min(other.org_anchor) as org_anchor
    from named
    inner join named as other
        on other.name_told = named.name_told and substr(other.org_anchor, 5, 7) = substr(named.cut_anchor, 13, 7)
    where named.org_anchor is null and named.name_told <> ''
    group by named.cut_anchor
    having count(distinct other.org_anchor) = 1
),

anchored as (
    select
        owned.rid,
        substr(owned.org_anchor, 5) as org_code,
        substr(owned.reg_anchor, 5) as reg_no,
        coalesce(
            owned.org_anchor,
            crosswalk.org_anchor,
            owned.reg_anchor,
            whole.org_anchor,
            begun.org_anchor,
            owned.cut_anchor
        ) as anchor
    from owned
    left join crosswalk on crosswalk.reg_anchor = owned.reg_anchor
    left join whole on whole.cut_anchor = owned.cut_anchor
    left join begun on begun.cut_anchor = owned.cut_anchor
)

select
    rid,
    org_code,
    reg_no,
    anchor,
    enterprise_id(anchor) as enterprise_id
from anchored

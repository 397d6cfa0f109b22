-- grain: one row per enterprise with an anchor and name; an outsider's further names are aliases
-- uses: record_form, number_claim, anchor_record, anchored, anchored_number, er_ruling
with

slot as (
    select n
    from (values (1), (2), (3), (4), (5), (6)) as slots (n)
),

-- A feed of changes tells former names under the enterprise's number.
told as (
    select number_claim.rid, min(anchored_number.enterprise_id) as enterprise_id
    from number_claim
    inner join record_form on record_form.rid = number_claim.rid
    inner join anchored_number
        on anchored_number.kind = number_claim.kind and anchored_number.value = number_claim.value
    left join anchor_record on anchor_record.rid = number_claim.rid
    where
        record_form.former_names <> ''
        and anchor_record.rid is null
        and number_claim.kind in ('org', 'reg')
    group by number_claim.rid
    having count(distinct anchored_number.enterprise_id) = 1
),

-- A name that two records have under one number, and that the register does not know, was the enterprise's own once.
numbered as (
    select number_claim.rid, min(anchored_number.enterprise_id) as enterprise_id
    from number_claim
    inner join anchored_number
        on anchored_number.kind = number_claim.kind and anchored_number.value = number_claim.value
    left join anchor_record on anchor_record.rid = number_claim.rid
    where anchor_record.rid is null and number_claim.kind in ('org', 'reg', 'cut')
    group by number_claim.rid
    having count(distinct anchored_number.enterprise_id) = 1
),

listed_name as (
    select distinct full_name
    from record_form
    where in_register
),

repeated as (
    select
        numbered.enterprise_id,
        record_form.full_name,
        min(numbered.rid) as rid,
        count(*) over (partition by record_form.full_name) as bearers,
        count(*) over (partition by numbered.enterprise_id) as names
    from numbered
    inner join record_form on record_form.rid = numbered.rid
    inner join anchored on anchored.enterprise_id = numbered.enterprise_id
    left join listed_name on listed_name.full_name = record_form.full_name
    where
        listed_name.full_name is null
        and record_form.tail = anchored.tail
        and record_form.legal_form = anchored.legal_form
        and length(record_form.brand) >= 2
        and record_form.brand_sound <> anchored.brand_sound
    group by numbered.enterprise_id, record_form.full_name
    having count(*) >= 2
),

written as (
    select
        enterprise_id,
        'current' as kind,
        written_name,
        observed_at,
        name,
        cast(null as timestamp) as former_until,
        feed
    from anchored
    union all
    select
        anchor_record.enterprise_id,
        case when anchor_record.in_register then 'former' else 'alias' end as kind,
        record_form.written_name,
        record_form.observed_at,
        record_form.name,
        cast(null as timestamp) as former_until,
        record_form.feed
    from anchor_record
    inner join record_form on record_form.rid = anchor_record.rid
    inner join anchored on anchored.enterprise_id = anchor_record.enterprise_id
    where record_form.rid <> anchored.rid and record_form.full_name <> anchored.full_name
    union all
    select
        anchor_record.enterprise_id,
        'former' as kind,
        split_part(record_form.former_names, '|', slot.n) as written_name,
        record_form.observed_at,
        cast(null as varchar) as name,
        record_form.former_until,
        record_form.feed
    from anchor_record
    inner join record_form on record_form.rid = anchor_record.rid
    cross join slot
    where split_part(record_form.former_names, '|', slot.n) <> ''
    union all
    select
        anchor_record.enterprise_id,
        'former' as kind,
        record_form.alias as written_name,
        record_form.observed_at,
        cast(null as varchar) as name,
        record_form.former_until,
        record_form.feed
    from anchor_record
    inner join record_form on record_form.rid = anchor_record.rid
    where record_form.alias <> ''
    union all
    select
        told.enterprise_id,
        'former' as kind,
        record_form.former_names as written_name,
        record_form.observed_at,
        cast(null as varchar) as name,
        record_form.former_until,
        record_form.feed
    from told
    inner join record_form on record_form.rid = told.rid
    union all
    select
        repeated.enterprise_id,
        'alias' as kind,
        record_form.written_name,
        record_form.observed_at,
        record_form.name,
        cast(null as timestamp) as former_until,
        record_form.feed
    from repeated
    inner join record_form on record_form.rid = repeated.rid
    where repeated.bearers = 1 and repeated.names = 1
    union all
    select
        anchored.enterprise_id,
        'alias' as kind,
        er_ruling.name as written_name,
        anchored.observed_at,
        cast(null as varchar) as name,
        cast(null as timestamp) as former_until,
        anchored.feed
    from er_ruling
    inner join anchored on anchored.enterprise_id = er_ruling.enterprise_id
    where er_ruling.kind = 'ALIAS'
),

parsed as (
    select
        enterprise_id,
        kind,
        written_name,
        observed_at,
        former_until,
        feed,
        case when name is null then name_form(written_name) else name end as name
    from written
),

named as (
    select
        enterprise_id,
        kind,
        written_name,
        name,
        split_part(name, chr(31), 1) as full_name,
        observed_at,
        former_until,
        feed
    from parsed
),

ranked as (
    select
        *,
        row_number() over (
            partition by enterprise_id, full_name
            order by
                case kind when 'current' then 0 when 'former' then 1 else 2 end,
                former_until desc nulls last,
                observed_at desc nulls last,
                written_name
        ) as choice
    from named
)

select
    enterprise_id,
    kind,
    written_name,
    name,
    full_name,
    split_part(name, chr(31), 3) || split_part(name, chr(31), 4) as core,
    split_part(name, chr(31), 3) as brand,
    split_part(name, chr(31), 6) as tail,
    split_part(name, chr(31), 9) as core_sound,
    split_part(name, chr(31), 10) as brand_sound,
    observed_at,
    former_until,
    feed
from ranked
where choice = 1 and full_name <> ''

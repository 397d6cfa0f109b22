-- grain: one row per registered enterprise and name; former names carry no claim to be current
-- uses: record_form, registered_record, registered
with

slot as (
    select n
    from (values (1), (2), (3), (4), (5), (6)) as slots (n)
),

written as (
    select enterprise_id, 'current' as kind, written_name, observed_at
    from registered
    union all
    select registered_record.enterprise_id, 'former' as kind, record_form.written_name, record_form.observed_at
    from registered_record
    inner join record_form on record_form.rid = registered_record.rid
    inner join registered on registered.enterprise_id = registered_record.enterprise_id
    where record_form.rid <> registered.rid and record_form.full_name <> registered.full_name
    union all
    select
        registered_record.enterprise_id,
        'former' as kind,
        split_part(record_form.former_names, '|', slot.n) as written_name,
        record_form.observed_at
    from registered_record
    inner join record_form on record_form.rid = registered_record.rid
    cross join slot
    where split_part(record_form.former_names, '|', slot.n) <> ''
    union all
    select registered_record.enterprise_id, 'former' as kind, record_form.alias as written_name, record_form.observed_at
    from registered_record
    inner join record_form on record_form.rid = registered_record.rid
    where record_form.alias <> ''
),

parsed as (
    select enterprise_id, kind, written_name, observed_at, name_form(written_name) as name
    from written
),

named as (
    select
        enterprise_id,
        kind,
        written_name,
        name,
        split_part(name, chr(31), 1) as full_name,
        observed_at
    from parsed
),

ranked as (
    select
        *,
        row_number() over (
            partition by enterprise_id, full_name
            order by kind, observed_at desc nulls last, written_name
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
    observed_at
from ranked
where choice = 1 and full_name <> ''

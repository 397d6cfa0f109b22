-- grain: one row per registered enterprise, as its newest register record has it
-- uses: record_form, number_claim, registered_record
with

ranked as (
    select
        registered_record.enterprise_id,
        registered_record.org_code,
        registered_record.reg_no,
        record_form.*,
        row_number() over (
            partition by registered_record.enterprise_id
            order by record_form.observed_at desc nulls last, record_form.record_key desc
        ) as choice
    from registered_record
    inner join record_form on record_form.rid = registered_record.rid
),

unified as (
    select rid, min(value) as uscc
    from number_claim
    where kind = 'uscc'
    group by rid
)

select
    ranked.enterprise_id,
    ranked.org_code,
    ranked.reg_no,
    unified.uscc,
    ranked.rid,
    ranked.written_name,
    ranked.name,
    ranked.full_name,
    ranked.name_region,
    ranked.brand,
    ranked.industry,
    ranked.legal_form,
    ranked.tail,
    ranked.head,
    ranked.core_sound,
    ranked.brand_sound,
    ranked.region_code,
    ranked.road,
    ranked.house,
    ranked.building,
    ranked.room,
    ranked.representative,
    ranked.status,
    ranked.observed_at
from ranked
left join unified on unified.rid = ranked.rid
where ranked.choice = 1

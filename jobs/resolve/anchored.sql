-- grain: one row per enterprise with an anchor, as its newest anchoring record has it
-- uses: record_form, number_claim, anchor_record
with

ranked as (
    select
        anchor_record.enterprise_id,
        anchor_record.org_code,
        anchor_record.reg_no,
        anchor_record.in_register as is_registered,
        record_form.*,
        row_number() over (
            partition by anchor_record.enterprise_id
            order by record_form.observed_at desc nulls last, record_form.record_key desc
        ) as choice
    from anchor_record
    inner join record_form on record_form.rid = anchor_record.rid
),

unified as (
    select rid, min(value) as uscc
    from number_claim
    where kind = 'uscc'
    group by rid
)

select
    ranked.enterprise_id,
    ranked.is_registered,
    ranked.org_code,
    ranked.reg_no,
    unified.uscc,
    ranked.rid,
    ranked.feed,
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

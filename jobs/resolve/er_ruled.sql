-- grain: one row per operators' decision and record that it speaks of; one without a record for the decision itself
-- uses: record_form, ruled_record, er_ruling
with

alias as (
    select decision, enterprise_id, split_part(name_form(name), chr(31), 1) as full_name
    from er_ruling
    where kind = 'ALIAS'
),

-- An organisation's code, and a registration's number, are parts of the unified code that holds them.
voided as (
    select decision, number as value
    from er_ruling
    where kind = 'VOID_NUMBER'
    union
    select decision, substr(number, 9, 9) as value
    from er_ruling
    where kind = 'VOID_NUMBER' and length(number) = 18
    union
    select decision, substr(number, 1, 15) as value
    from er_ruling
    where kind = 'VOID_NUMBER' and length(number) = 18
)

select decision, kind, enterprise_id, '' as feed, '' as record_key
from er_ruling
union
select ruled_record.decision, ruled_record.kind, ruled_record.enterprise_id, record_form.feed, record_form.record_key
from ruled_record
inner join record_form on record_form.rid = ruled_record.rid
union
select alias.decision, 'ALIAS' as kind, alias.enterprise_id, record_form.feed, record_form.record_key
from alias
inner join record_form on record_form.full_name = alias.full_name
union
select voided.decision, 'VOID_NUMBER' as kind, '' as enterprise_id, record_form.feed, record_form.record_key
from voided
inner join record_form
    on
        '|' || record_form.claims || '|' like '%:' || voided.value || '|%'
        or '|' || record_form.claims || '|' like '%:' || voided.value || ':%'

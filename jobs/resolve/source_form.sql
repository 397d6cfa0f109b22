-- grain: one row per record: what the Java rules read in its fields; what was read before is not read again
-- uses: er_source, rule_version, form_memory
with

asked as (
    select
        er_source.feed,
        er_source.record_key,
        er_source.ent_name,
        er_source.uscc,
        er_source.org_code,
        er_source.reg_no,
        er_source.taxpayer_id,
        er_source.address,
        er_source.region_code,
        er_source.legal_rep,
        md5(
            rule_version.version
            || chr(31) || coalesce(er_source.ent_name, '')
            || chr(31) || coalesce(er_source.uscc, '')
            || chr(31) || coalesce(er_source.org_code, '')
            || chr(31) || coalesce(er_source.reg_no, '')
            || chr(31) || coalesce(er_source.taxpayer_id, '')
            || chr(31) || coalesce(er_source.address, '')
            || chr(31) || coalesce(er_source.region_code, '')
            || chr(31) || coalesce(er_source.legal_rep, '')
        ) as inputs
    from er_source
    cross join rule_version
),

open_source as (
    select asked.*
    from asked
    left join form_memory
        on
            form_memory.feed = asked.feed
            and form_memory.record_key = asked.record_key
            and form_memory.inputs = asked.inputs
    where form_memory.inputs is null
)

select
    form_memory.feed,
    form_memory.record_key,
    form_memory.inputs,
    form_memory.name,
    form_memory.claims,
    form_memory.place,
    form_memory.region_code,
    form_memory.representative
from asked
inner join form_memory
    on
        form_memory.feed = asked.feed
        and form_memory.record_key = asked.record_key
        and form_memory.inputs = asked.inputs
union all
select
    feed,
    record_key,
    inputs,
    name_form(ent_name) as name,
    number_claims(uscc, org_code, reg_no, taxpayer_id) as claims,
    address_form(address) as place,
    region_form(region_code) as region_code,
    person_form(legal_rep) as representative
from open_source

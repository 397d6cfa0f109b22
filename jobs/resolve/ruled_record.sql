-- grain: one row per record and operators' decision that speaks of it, by its key or by its name and county
-- uses: record_form, er_ruling
select
    record_form.rid,
    er_ruling.decision,
    er_ruling.kind,
    er_ruling.enterprise_id,
    er_ruling.ordinal,
    true as is_exact
from er_ruling
inner join record_form on record_form.feed = er_ruling.feed and record_form.record_key = er_ruling.record_key
where er_ruling.kind in ('SAME', 'DIFFERENT') and er_ruling.feed <> ''
union all
select
    record_form.rid,
    er_ruling.decision,
    er_ruling.kind,
    er_ruling.enterprise_id,
    er_ruling.ordinal,
    false as is_exact
from er_ruling
inner join record_form
    on record_form.full_name = er_ruling.name and record_form.region_code = er_ruling.region_code
where
    er_ruling.kind in ('SAME', 'DIFFERENT')
    and er_ruling.feed = ''
    and er_ruling.name <> ''
    and not record_form.in_register

-- grain: one row per record that belongs to an enterprise
-- uses: record_form, registered_record, number_link, name_link, outsider
with

linked as (
    select rid, enterprise_id, 0 as tier, 'register' as rule, 99.0 as score
    from registered_record
    union all
    select rid, enterprise_id, 1 as tier, number_kind as rule, 40.0 as score
    from number_link
    union all
    select rid, enterprise_id, 4 as tier, 'name' as rule, 15.0 as score
    from name_link
    union all
    select rid, enterprise_id, 5 as tier, 'outsider' as rule, 30.0 as score
    from outsider
)

select
    record_form.feed,
    record_form.record_key,
    linked.enterprise_id,
    linked.tier,
    linked.rule,
    cast(linked.score as double) as score
from linked
inner join record_form on record_form.rid = linked.rid
order by feed, record_key

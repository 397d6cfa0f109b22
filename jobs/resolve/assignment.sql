-- grain: one row per record that belongs to an enterprise, before operators are heard
-- uses: record_form, anchor_record, number_link, evidence_link, outsider_name
select
    rid,
    enterprise_id,
    case when in_register then 0 else 5 end as tier,
    case when in_register then 'register' else 'own number' end as rule,
    cast(40.0 as double) as score
from anchor_record
union all
select rid, enterprise_id, 1 as tier, number_kind as rule, cast(40.0 as double) as score
from number_link
union all
select
    rid,
    enterprise_id,
    case when number_kind = 'repair' then 3 when number_kind is not null then 2 else 4 end as tier,
    case
        when number_kind is not null then number_kind || ' and evidence'
        when level = 0 then 'name and evidence'
        else 'like name and evidence'
    end as rule,
    margin_bits as score
from evidence_link
union all
select rid, enterprise_id, 6 as tier, 'outsider name' as rule, cast(5.0 as double) as score
from outsider_name

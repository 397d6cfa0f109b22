-- grain: one row per enterprise, attribute and source record: everything anybody said, and whether it is believed
-- uses:  record, given, attribute_source, choice
select
    record.enterprise_id,
    given.attribute,
    given.value,
    record.observed_at,
    record.feed,
    record.record_key,
    record."window",
    record.object,
    record."offset",
    record.length,
    record.sheet,
    record."row",
    json_extract_string(record.cells, attribute_source.cell_path) || cast(record."row" as varchar) as cell,
    attribute_source.source_field,
    attribute_source.rule,
    attribute_source.priority,
    choice.rec is not null as winner
from given
inner join record on record.rec = given.rec
inner join attribute_source
    on attribute_source.feed = record.feed
    and attribute_source.attribute = given.attribute
left join choice
    on choice.enterprise_id = record.enterprise_id
    and choice.choice = attribute_source.choice
    and choice.rec = given.rec
order by
    record.enterprise_id,
    given.attribute,
    record.feed,
    record.record_key

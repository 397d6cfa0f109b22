-- grain: one row per enterprise, attribute and source record: everything anybody said, and whether it is believed
-- uses:  record, given, attribute_source, choice, doubt
select
    record.enterprise_id,
    attribute_source.attribute,
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
    choice.rec is not null as winner,
    doubt.title as doubt,
    attribute_source.model,
    attribute_source.mapping
from given
inner join attribute_source on attribute_source.aid = given.aid
inner join record on record.rec = given.rec
left join choice on choice.rec = given.rec and choice.cid = attribute_source.cid
left join doubt on doubt.rec = given.rec and doubt.cid = attribute_source.cid
order by
    record.eid,
    attribute_source.attribute,
    record.feed,
    record.record_key

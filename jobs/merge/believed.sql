-- grain: one row per enterprise and attribute that has a value
-- uses:  record, given, attribute_source, choice
select
    choice.eid,
    attribute_source.place,
    given.value
from given
inner join attribute_source on attribute_source.aid = given.aid
inner join choice on choice.rec = given.rec and choice.cid = attribute_source.cid

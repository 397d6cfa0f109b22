-- grain: one row per enterprise and choice; a choice is an attribute, or a group of attributes that one record gives
-- uses:  record, given, attribute_source, doubt
-- Records are numbered newest first, so the least of (step, record) is the best feed's newest record; one that gives
-- way is set back by its penalty.
select
    record.eid,
    attribute_source.cid,
    min(
        (attribute_source.step + coalesce(doubt.penalty, 0)) * 1099511627776 + given.rec
    ) % 1099511627776 as rec
from given
inner join attribute_source on attribute_source.aid = given.aid
inner join record on record.rec = given.rec
left join doubt on doubt.rec = given.rec and doubt.cid = attribute_source.cid
group by
    record.eid,
    attribute_source.cid

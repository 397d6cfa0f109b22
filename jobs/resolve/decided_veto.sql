-- grain: one row per record and enterprise that an operator declared different
-- uses: decided_pair, anchor_record, ruled_record
select decided_pair.rid_1 as rid, anchor_record.enterprise_id
from decided_pair
inner join anchor_record on anchor_record.rid = decided_pair.rid_2
where decided_pair.decision = 'cannot_link'
union
select decided_pair.rid_2 as rid, anchor_record.enterprise_id
from decided_pair
inner join anchor_record on anchor_record.rid = decided_pair.rid_1
where decided_pair.decision = 'cannot_link'
union
select rid, enterprise_id
from ruled_record
where kind = 'DIFFERENT'

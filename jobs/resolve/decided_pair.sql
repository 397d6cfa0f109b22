-- grain: one row per operator decision about two records, the smaller one first
-- uses: record_form, er_decision
select distinct
    er_decision.decision,
    least(one.rid, other.rid) as rid_1,
    greatest(one.rid, other.rid) as rid_2
from er_decision
inner join record_form as one on one.feed = er_decision.feed_1 and one.record_key = er_decision.key_1
inner join record_form as other on other.feed = er_decision.feed_2 and other.record_key = er_decision.key_2
where one.rid <> other.rid

-- grain: one row per open record and enterprise worth comparing
-- uses: open_record, open_key, anchored_key, number_match, at_branch, decided_veto, trial
select open_key.rid, anchored_key.enterprise_id
from open_key
inner join anchored_key on anchored_key.block_key = open_key.block_key
left join decided_veto
    on decided_veto.rid = open_key.rid and decided_veto.enterprise_id = anchored_key.enterprise_id
left join at_branch
    on at_branch.rid = open_key.rid and at_branch.enterprise_id = anchored_key.enterprise_id
left join trial
    on trial.rid = open_key.rid and trial.enterprise_id = anchored_key.enterprise_id and not trial.is_listed
where decided_veto.rid is null and at_branch.rid is null and trial.rid is null
union
select number_match.rid, number_match.enterprise_id
from number_match
inner join open_record on open_record.rid = number_match.rid

-- grain: one row per record that belongs to no enterprise, with the reason
-- uses: record_form, number_match, er_assignment
with

matched as (
    select rid, count(*) as reached, max(case when name_level = 'far' or tail_conflict then 1 else 0 end) as contradicted
    from number_match
    group by rid
)

select
    record_form.feed,
    record_form.record_key,
    case
        when matched.contradicted = 1 then 'NAME_CONTRADICTS_NUMBER'
        when matched.reached > 1 then 'NUMBERS_DISAGREE'
        when record_form.full_name = '' and record_form.claims = '' then 'NO_IDENTITY'
        when record_form.claims <> '' then 'NUMBER_UNUSABLE'
        else 'NAME_NOT_FOUND'
    end as reason
from record_form
left join er_assignment
    on er_assignment.feed = record_form.feed and er_assignment.record_key = record_form.record_key
left join matched on matched.rid = record_form.rid
where er_assignment.enterprise_id is null
order by feed, record_key

-- grain: one row per enterprise and person whom records under its number name, other than the newest anchoring one
-- uses: record_form, number_link, outsider_anchor, anchored
with

told as (
    select rid, enterprise_id
    from number_link
    union all
    select rid, enterprise_id
    from outsider_anchor
)

select told.enterprise_id, record_form.representative, count(*) as records
from told
inner join record_form on record_form.rid = told.rid
inner join anchored on anchored.enterprise_id = told.enterprise_id
where record_form.representative <> '' and record_form.representative <> anchored.representative
group by told.enterprise_id, record_form.representative

-- grain: one row per feed and enterprise with records there that its number tells
-- uses: record_form, number_link, outsider_anchor
with

told as (
    select rid, enterprise_id
    from number_link
    union all
    select rid, enterprise_id
    from outsider_anchor
)

select
    record_form.feed,
    told.enterprise_id,
    count(*) as records,
    sum(count(*)) over (partition by told.enterprise_id) as records_anywhere
from told
inner join record_form on record_form.rid = told.rid
group by record_form.feed, told.enterprise_id

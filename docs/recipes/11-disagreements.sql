-- 各属性在部门之间不一致的户数
select
    attribute,
    title,
    source_feed,
    count(distinct enterprise_id) as enterprises
from enterprise_conflict
group by attribute, title, source_feed
order by enterprises desc, attribute, source_feed;

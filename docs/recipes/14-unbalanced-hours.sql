-- 收支不平衡或未完成的小时
select
    title,
    hour,
    state,
    received,
    accepted,
    quarantined,
    duplicates,
    dropped
from balance
where balanced is distinct from true
order by hour desc, title;

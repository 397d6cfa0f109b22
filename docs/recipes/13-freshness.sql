-- 各数据源的新鲜度，最旧的在前
select
    title,
    state,
    data_time,
    newest_window,
    promise_minutes
from freshness
order by data_time nulls first, title;

-- 代码表条目
select
    list,
    title,
    entry
from dict_code
order by list, entry;

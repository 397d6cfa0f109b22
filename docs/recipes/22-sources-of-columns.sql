-- 每一列由哪些数据源的哪个字段给出，采信次序在前者优先
select
    table_name,
    column_name,
    priority,
    source_title,
    source_field,
    rule
from dict_source
order by table_name, column_name, priority, source_title;

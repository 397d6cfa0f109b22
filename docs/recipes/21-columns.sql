-- 每张表每一列的中文说明、单位与类型
select
    table_name,
    column_name,
    title,
    unit,
    data_type,
    description
from dict
order by table_name, column_name;

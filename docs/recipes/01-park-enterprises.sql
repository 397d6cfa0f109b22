-- 园区企业名单：名称、代码、状态、地块、入园日期
select
    ent_name,
    uscc,
    reg_status_name,
    plot,
    entered_on
from enterprise
where in_park
order by plot, ent_name;

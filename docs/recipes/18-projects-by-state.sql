-- 技术改造与工业投资项目按状态计数
select
    tech_project.project_status,
    count(*) as projects,
    count(distinct tech_project.enterprise_id) as enterprises
from tech_project
group by tech_project.project_status
order by projects desc, tech_project.project_status;

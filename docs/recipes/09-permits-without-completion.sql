-- 有施工许可而尚无竣工备案的工程
select
    enterprise.ent_name,
    construction_permit.project_name,
    construction_permit.permit_no,
    construction_permit.issue_date
from construction_permit
inner join enterprise using (enterprise_id)
left join completion on completion.permit_no = construction_permit.permit_no
where completion.permit_no is null
order by construction_permit.issue_date;

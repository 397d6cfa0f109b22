-- 仍在经营异常或严重违法名单上的企业
select
    enterprise.ent_name,
    credit_list_entry.list_type,
    credit_list_entry.in_date,
    credit_list_entry.in_reason
from credit_list_entry
inner join enterprise using (enterprise_id)
where credit_list_entry.out_date is null
order by credit_list_entry.in_date desc;

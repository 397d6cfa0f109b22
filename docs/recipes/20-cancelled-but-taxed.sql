-- 市场监管已注销或吊销、仍有税务登记的企业
select
    ent_name,
    uscc,
    reg_status_name,
    cancel_date,
    revoke_date,
    tax_status_code
from enterprise
where
    (cancel_date is not null or revoke_date is not null)
    and tax_status_code is not null
order by coalesce(cancel_date, revoke_date) desc;

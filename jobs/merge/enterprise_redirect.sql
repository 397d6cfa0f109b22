-- grain: one row per enterprise id that leads on to another one
-- uses:  er_redirect
select enterprise_id, old_id, "hour"
from er_redirect
order by enterprise_id, old_id

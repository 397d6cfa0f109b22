-- grain: one row per record that makes its enterprise known: register records, and outsiders with a number
-- uses: register_anchor, outsider_anchor
select rid, org_code, reg_no, anchor, enterprise_id, true as in_register
from register_anchor
union all
select rid, org_code, reg_no, anchor, enterprise_id, false as in_register
from outsider_anchor

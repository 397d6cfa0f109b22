-- grain: one row per enterprise: who represents it, to find it by
-- uses:  enterprise, claim
select
    enterprise.enterprise_id,
    claim.value as name
from claim
inner join enterprise on enterprise.enterprise_id = claim.enterprise_id
where
    claim.winner
    and claim.attribute = 'legal_rep_name'
    and claim.value <> ''
order by
    enterprise.enterprise_id,
    claim.value

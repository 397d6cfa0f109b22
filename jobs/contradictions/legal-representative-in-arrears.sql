-- grain: one row per enterprise whose newest notice of arrears names another legal representative than the register
-- uses:  claim, arrears
-- title: 欠税公告中的法定代表人与登记不同
-- weight: 60
with

noticed as (
    select
        enterprise_id,
        feed,
        legal_rep_name,
        observed_at,
        row_number() over (partition by enterprise_id order by observed_at desc, record_key) as place
    from arrears
    where legal_rep_name <> ''
)

select
    noticed.enterprise_id,
    split_part(noticed.feed, '.', 1) as department,
    noticed.feed,
    'legal_rep_name' as attribute,
    noticed.legal_rep_name as said,
    claim.value as against,
    noticed.observed_at
from noticed
inner join claim
    on claim.enterprise_id = noticed.enterprise_id
    and claim.attribute = 'legal_rep_name'
    and claim.winner
where
    noticed.place = 1
    and noticed.legal_rep_name <> claim.value
    and noticed.observed_at > claim.observed_at

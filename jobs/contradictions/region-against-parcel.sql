-- grain: one row per enterprise registered in another county than every parcel supplied to it
-- uses:  claim, parcel
-- title: 登记区划与用地所在区划不同
-- weight: 40
with

held as (
    select
        enterprise_id,
        min(substr(region_code, 1, 6)) as first_region,
        max(substr(region_code, 1, 6)) as last_region,
        count(*) as parcels
    from parcel
    where length(region_code) >= 6
    group by enterprise_id
)

select
    claim.enterprise_id,
    split_part(claim.feed, '.', 1) as department,
    claim.feed,
    claim.attribute,
    '登记区划 ' || claim.value as said,
    '名下 ' || cast(held.parcels as varchar) || ' 宗地均在 ' || held.first_region as against,
    claim.observed_at
from claim
inner join held on held.enterprise_id = claim.enterprise_id
where
    claim.winner
    and claim.attribute = 'region_code'
    and length(claim.value) >= 6
    and held.first_region = held.last_region
    and substr(claim.value, 1, 6) <> held.first_region

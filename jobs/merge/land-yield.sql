-- grain: one row per enterprise and year with tax: tax paid, land used, and tax for each mu of it
-- uses:  tax-month, real-estate, parcel, plant-lease
-- A mu is 666.6667 square metres, a hectare 15 mu. Ownership is what the land register says today, shared equally
-- among its holders; where it says nothing, the supply contracts count. Leased floors use land by the plot ratio of
-- their unit. Sums of several months beside the months themselves are left out, or they would count twice.
with

counted as (
    select *
    from "tax-month" as whole
    where
        whole.tax_paid_total is not null
        and not exists (
            select 1
            from "tax-month" as part
            where
                part.enterprise_id = whole.enterprise_id
                and part.taxpayer_id = whole.taxpayer_id
                and part.period_from >= whole.period_from
                and part.period_to <= whole.period_to
                and (part.period_from > whole.period_from or part.period_to < whole.period_to)
        )
),

newest as (
    select
        *,
        extract(year from period_to) as tax_year,
        row_number() over (
            partition by enterprise_id, extract(year from period_to)
            order by period_to desc, record_key
        ) as place,
        sum(tax_paid_total) over (partition by enterprise_id, extract(year from period_to)) as paid,
        count(*) over (partition by enterprise_id, extract(year from period_to)) as months
    from counted
),

held as (
    select
        realty_unit_no,
        biz_no,
        count(*) as holders
    from "real-estate"
    where coalesce(right_status, 'CURRENT') = 'CURRENT'
    group by
        realty_unit_no,
        biz_no
),

registered as (
    select
        unit.enterprise_id,
        sum(unit.land_area_m2 / held.holders) / 666.666667 as mu
    from (
        select
            enterprise_id,
            realty_unit_no,
            max(biz_no) as biz_no,
            max(land_area_m2) as land_area_m2
        from "real-estate"
        where
            coalesce(right_status, 'CURRENT') = 'CURRENT'
            and land_area_m2 is not null
        group by
            enterprise_id,
            realty_unit_no
    ) as unit
    inner join held on held.realty_unit_no = unit.realty_unit_no and held.biz_no = unit.biz_no
    group by unit.enterprise_id
),

supplied as (
    select
        enterprise_id,
        sum(land_area_ha) * 15 as mu
    from parcel
    where land_area_ha is not null
    group by enterprise_id
),

ratio as (
    select
        realty_unit_no,
        max(building_area_m2 / nullif(land_area_m2, 0)) as floors
    from "real-estate"
    group by realty_unit_no
),

leased as (
    select
        lease.enterprise_id,
        extract(year from lease.lease_from) as from_year,
        extract(year from lease.lease_to) as to_year,
        lease.lease_area_m2 / greatest(coalesce(ratio.floors, 1), 1) / 666.666667 as mu
    from "plant-lease" as lease
    left join ratio on ratio.realty_unit_no = lease.realty_unit_no
    where
        lease.lease_area_m2 is not null
        and coalesce(lease.status, 'FILED') = 'FILED'
),

used as (
    select
        newest.enterprise_id,
        newest.tax_year,
        coalesce(max(registered.mu), max(supplied.mu)) as owned_mu,
        case
            when max(registered.mu) is not null then 'REAL_ESTATE'
            when max(supplied.mu) is not null then 'PARCEL'
        end as owned_basis,
        sum(leased.mu) as leased_mu
    from newest
    left join registered on registered.enterprise_id = newest.enterprise_id
    left join supplied on supplied.enterprise_id = newest.enterprise_id
    left join leased
        on leased.enterprise_id = newest.enterprise_id
        and coalesce(leased.from_year, newest.tax_year) <= newest.tax_year
        and coalesce(leased.to_year, newest.tax_year) >= newest.tax_year
    where newest.place = 1
    group by
        newest.enterprise_id,
        newest.tax_year
)

select
    newest.enterprise_id,
    cast(newest.tax_year as bigint) as tax_year,
    cast(newest.paid / 10000 / nullif(coalesce(used.owned_mu, 0) + coalesce(used.leased_mu, 0), 0) as decimal(24, 6))
        as tax_per_mu,
    cast(newest.paid / 10000 as decimal(24, 6)) as tax_paid_total,
    cast(newest.months as bigint) as tax_months,
    cast(nullif(coalesce(used.owned_mu, 0) + coalesce(used.leased_mu, 0), 0) as decimal(24, 6)) as land_mu,
    cast(used.owned_mu as decimal(24, 6)) as owned_mu,
    used.owned_basis,
    cast(used.leased_mu as decimal(24, 6)) as leased_mu,
    newest.feed,
    newest.record_key,
    newest.observed_at,
    newest."window",
    newest.object,
    newest."offset",
    newest.length,
    newest.sheet,
    newest."row"
from newest
inner join used on used.enterprise_id = newest.enterprise_id and used.tax_year = newest.tax_year
where newest.place = 1
order by
    newest.enterprise_id,
    newest.tax_year

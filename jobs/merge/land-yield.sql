-- grain: one row per enterprise and year with tax: tax paid, land used, and tax for each mu of it
-- uses:  land-yield-input
with

added as (
    select
        enterprise_id,
        tax_year,
        sum(case when basis = 'TAX' then amount end) as paid,
        sum(case when basis = 'TAX' then 1 else 0 end) as months,
        sum(case when basis in ('REAL_ESTATE', 'PARCEL') then amount end) as owned_mu,
        max(case when basis in ('REAL_ESTATE', 'PARCEL') then basis end) as owned_basis,
        sum(case when basis = 'LEASE' then amount end) as leased_mu,
        sum(case when basis = 'LEASED_OUT' then -amount end) as leased_out_mu
    from "land-yield-input"
    group by
        enterprise_id,
        tax_year
),

newest as (
    select
        *,
        row_number() over (partition by enterprise_id, tax_year order by until desc, record_key) as place
    from "land-yield-input"
    where basis = 'TAX'
),

land as (
    select
        *,
        nullif(
            greatest(coalesce(owned_mu, 0) + coalesce(leased_mu, 0) - coalesce(leased_out_mu, 0), 0),
            0
        ) as mu
    from added
)

select
    land.enterprise_id,
    land.tax_year,
    cast(land.paid / land.mu as decimal(24, 6)) as tax_per_mu,
    cast(land.paid as decimal(24, 6)) as tax_paid_total,
    cast(land.months as bigint) as tax_months,
    cast(land.mu as decimal(24, 6)) as land_mu,
    cast(land.owned_mu as decimal(24, 6)) as owned_mu,
    land.owned_basis,
    cast(land.leased_mu as decimal(24, 6)) as leased_mu,
    cast(land.leased_out_mu as decimal(24, 6)) as leased_out_mu,
    newest.feed,
    newest.record_key,
    newest.observed_at,
    newest."window",
    newest.object,
    newest."offset",
    newest.length,
    newest.sheet,
    newest."row"
from land
inner join newest on newest.enterprise_id = land.enterprise_id and newest.tax_year = land.tax_year
where newest.place = 1
order by
    land.enterprise_id,
    land.tax_year

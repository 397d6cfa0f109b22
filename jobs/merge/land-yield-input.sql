-- grain: one row per enterprise, year and record that its tax for each mu rests on, with what the record adds
-- uses:  tax-month, real-estate, parcel, plant-lease
-- A mu is 666.6667 square metres, a hectare 15 mu. Ownership is what the land register says today, shared equally
-- among its holders; where it says nothing, the supply contracts count. Leased floors use land by the plot ratio of
-- their unit and by the months of the year; they are the tenant's and no longer the holder's, nor of a tenant who
-- lets them on. Sums of several months beside the months themselves are left out, or they would count twice.
with

taxed as (
    select
        *,
        extract(year from period_to) as tax_year
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

yielding as (
    select
        enterprise_id,
        tax_year
    from taxed
    group by
        enterprise_id,
        tax_year
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

holding as (
    select
        *,
        case when length(realty_unit_no) = 28 then substr(realty_unit_no, 1, 19) else realty_unit_no end as plot,
        row_number() over (
            partition by enterprise_id, realty_unit_no
            order by biz_no desc, land_area_m2 desc, record_key
        ) as place
    from "real-estate"
    where
        coalesce(right_status, 'CURRENT') = 'CURRENT'
        and land_area_m2 is not null
),

registered as (
    select
        holding.*,
        held.holders,
        holding.land_area_m2 / held.holders / 666.666667 as mu,
        row_number() over (
            partition by holding.enterprise_id, holding.plot, holding.land_area_m2
            order by holding.realty_unit_no, holding.record_key
        ) as building
    from holding
    inner join held on held.realty_unit_no = holding.realty_unit_no and held.biz_no = holding.biz_no
    where holding.place = 1
),

supplied as (
    select
        *,
        land_area_ha * 15 as mu
    from parcel
    where
        land_area_ha is not null
        and not exists (select 1 from registered where registered.enterprise_id = parcel.enterprise_id)
),

unit as (
    select
        realty_unit_no,
        case when length(realty_unit_no) = 28 then substr(realty_unit_no, 1, 19) else realty_unit_no end as plot,
        max(land_area_m2) as land,
        max(building_area_m2) as building
    from "real-estate"
    group by realty_unit_no
),

ratio as (
    select
        realty_unit_no,
        sum(building) over (partition by plot, land) / nullif(land, 0) as floors
    from unit
),

taxed_year as (
    select tax_year
    from yielding
    group by tax_year
),

spanned as (
    select
        lease.*,
        taxed_year.tax_year,
        greatest(
            coalesce(
                (extract(year from lease.lease_from) - taxed_year.tax_year) * 12 + extract(month from lease.lease_from),
                1
            ),
            1
        ) as first_month,
        least(
            coalesce(
                (extract(year from lease.lease_to) - taxed_year.tax_year) * 12 + extract(month from lease.lease_to),
                12
            ),
            12
        ) as last_month
    from "plant-lease" as lease
    cross join taxed_year
    where
        lease.lease_area_m2 is not null
        and coalesce(lease.status, 'FILED') = 'FILED'
),

leased as (
    select
        spanned.*,
        spanned.lease_area_m2 / greatest(coalesce(ratio.floors, 1), 1) / 666.666667
            * (spanned.last_month - spanned.first_month + 1) / 12 as mu
    from spanned
    left join ratio on ratio.realty_unit_no = spanned.realty_unit_no
    where spanned.first_month <= spanned.last_month
),

sublet as (
    select
        leased.feed,
        leased.record_key,
        leased.tax_year,
        min(principal.enterprise_id) as enterprise_id
    from leased
    inner join leased as principal
        on principal.realty_unit_no = leased.realty_unit_no
        and principal.tax_year = leased.tax_year
        and principal.ent_name = leased.lessor_name
        and principal.record_key <> leased.record_key
    where principal.enterprise_id is not null
    group by
        leased.feed,
        leased.record_key,
        leased.tax_year
),

letting as (
    select
        leased.*,
        sublet.enterprise_id as principal_id
    from leased
    left join sublet
        on sublet.feed = leased.feed
        and sublet.record_key = leased.record_key
        and sublet.tax_year = leased.tax_year
),

lessor as (
    select
        registered.enterprise_id as lessor_id,
        letting.*,
        letting.mu / registered.holders as let_mu
    from letting
    inner join registered on registered.realty_unit_no = letting.realty_unit_no
    where letting.principal_id is null
    union all
    select
        supplied.enterprise_id as lessor_id,
        letting.*,
        letting.mu as let_mu
    from letting
    inner join supplied on supplied.parcel_code = substr(letting.realty_unit_no, 1, 19)
    where letting.principal_id is null
    union all
    select
        letting.principal_id as lessor_id,
        letting.*,
        letting.mu as let_mu
    from letting
    where letting.principal_id is not null
),

used as (
    select
        taxed.enterprise_id,
        taxed.tax_year,
        'TAX' as basis,
        taxed.tax_paid_total / 10000 as amount,
        taxed.period_to as until,
        taxed.feed,
        taxed.record_key,
        taxed.observed_at,
        taxed."window",
        taxed.object,
        taxed."offset",
        taxed.length,
        taxed.sheet,
        taxed."row"
    from taxed
    union all
    select
        registered.enterprise_id,
        yielding.tax_year,
        'REAL_ESTATE' as basis,
        registered.mu as amount,
        cast(null as date) as until,
        registered.feed,
        registered.record_key,
        registered.observed_at,
        registered."window",
        registered.object,
        registered."offset",
        registered.length,
        registered.sheet,
        registered."row"
    from registered
    inner join yielding on yielding.enterprise_id = registered.enterprise_id
    where registered.building = 1
    union all
    select
        supplied.enterprise_id,
        yielding.tax_year,
        'PARCEL' as basis,
        supplied.mu as amount,
        cast(null as date) as until,
        supplied.feed,
        supplied.record_key,
        supplied.observed_at,
        supplied."window",
        supplied.object,
        supplied."offset",
        supplied.length,
        supplied.sheet,
        supplied."row"
    from supplied
    inner join yielding on yielding.enterprise_id = supplied.enterprise_id
    union all
    select
        leased.enterprise_id,
        leased.tax_year,
        'LEASE' as basis,
        leased.mu as amount,
        cast(null as date) as until,
        leased.feed,
        leased.record_key,
        leased.observed_at,
        leased."window",
        leased.object,
        leased."offset",
        leased.length,
        leased.sheet,
        leased."row"
    from leased
    inner join yielding on yielding.enterprise_id = leased.enterprise_id and yielding.tax_year = leased.tax_year
    union all
    select
        lessor.lessor_id as enterprise_id,
        lessor.tax_year,
        'LEASED_OUT' as basis,
        -lessor.let_mu as amount,
        cast(null as date) as until,
        lessor.feed,
        lessor.record_key,
        lessor.observed_at,
        lessor."window",
        lessor.object,
        lessor."offset",
        lessor.length,
        lessor.sheet,
        lessor."row"
    from lessor
    inner join yielding on yielding.enterprise_id = lessor.lessor_id and yielding.tax_year = lessor.tax_year
)

select
    enterprise_id,
    cast(tax_year as bigint) as tax_year,
    basis,
    cast(amount as decimal(24, 6)) as amount,
    until,
    feed,
    record_key,
    observed_at,
    "window",
    object,
    "offset",
    length,
    sheet,
    "row"
from used
order by
    enterprise_id,
    tax_year,
    basis,
    feed,
    record_key

-- grain: one row per legal form, whether the name tells its region, and how common its parts are: how often it has a second bearer
-- uses: anchored, name_count
with

-- Bearers to expect of brand and trade together, in powers of two, if all brands went with all trades alike.
step as (
    select commonness
    from (
        values (-8), (-7), (-6), (-5), (-4), (-3), (-2), (-1), (0), (1), (2), (3), (4)
    ) as steps (commonness)
),

sound as (
    select core_sound, count(distinct brand || industry) as cores
    from anchored
    group by core_sound
),

registered as (
    select count(*) as enterprises
    from anchored
),

named as (
    select
        anchored.legal_form,
        anchored.name_region <> '' as tells_region,
        cast(
            greatest(least(floor(log2(brand.bearers * 1.0 * trade.bearers / registered.enterprises)), 4), -8) as integer
        ) as commonness,
        case when full_count.bearers > 1 then 1.0 else 0.0 end as full_shared,
        case when core_count.bearers > 1 then 1.0 else 0.0 end as core_shared,
        case when sound.cores > 1 then 1.0 else 0.0 end as sound_shared
    from anchored
    cross join registered
    inner join name_count as full_count on full_count.part = 'full' and full_count.text = anchored.full_name
    inner join name_count as brand on brand.part = 'brand' and brand.text = anchored.brand_sound
    inner join name_count as trade on trade.part = 'trade' and trade.text = anchored.industry
    left join name_count as core_count
        on core_count.part = 'core' and core_count.text = anchored.brand || anchored.industry || '|' || anchored.tail
    left join sound on sound.core_sound = anchored.core_sound
    where anchored.is_registered
),

overall as (
    select
        legal_form,
        tells_region,
        (sum(full_shared) + 1) / (count(*) + 100.0) as full_share,
        (sum(core_shared) + 1) / (count(*) + 50.0) as core_share,
        (sum(sound_shared) + 1) / (count(*) + 50.0) as sound_share
    from named
    group by legal_form, tells_region
),

counted as (
    select
        legal_form,
        tells_region,
        commonness,
        count(*) as names,
        sum(full_shared) as full_shared,
        sum(core_shared) as core_shared,
        sum(sound_shared) as sound_shared
    from named
    group by legal_form, tells_region, commonness
)

-- Surprise at meeting a second bearer; what names of the form do at large is worth forty of them.
select
    overall.legal_form,
    overall.tells_region,
    step.commonness,
    -log2(greatest((coalesce(full_shared, 0) + 40 * full_share) / (coalesce(names, 0) + 40), 0.001)) as full_bits,
    -log2(greatest((coalesce(core_shared, 0) + 40 * core_share) / (coalesce(names, 0) + 40), 0.004)) as core_bits,
    -log2(greatest((coalesce(sound_shared, 0) + 40 * sound_share) / (coalesce(names, 0) + 40), 0.004)) as sound_bits
from overall
cross join step
left join counted
    on
        counted.legal_form = overall.legal_form
        and counted.tells_region = overall.tells_region
        and counted.commonness = step.commonness

-- grain: one row per legal form and whether the name tells its region: how often such a name has a second bearer
-- uses: anchored, name_count
with

sound as (
    select core_sound, count(distinct brand || industry) as cores
    from anchored
    group by core_sound
),

counted as (
    select
        anchored.legal_form,
        anchored.name_region <> '' as tells_region,
        count(*) as names,
        sum(case when full_count.bearers > 1 then 1 else 0 end) as full_shared,
        sum(case when core_count.bearers > 1 then 1 else 0 end) as core_shared,
        sum(case when sound.cores > 1 then 1 else 0 end) as sound_shared
    from anchored
    inner join name_count as full_count on full_count.part = 'full' and full_count.text = anchored.full_name
    left join name_count as core_count
        on core_count.part = 'core' and core_count.text = anchored.brand || anchored.industry
    left join sound on sound.core_sound = anchored.core_sound
    where anchored.is_registered
    group by anchored.legal_form, anchored.name_region <> ''
)

-- Surprise at meeting a second bearer; a few imagined cases keep small registers from being too sure.
select
    legal_form,
    tells_region,
    -log2(greatest((full_shared + 1.0) / (names + 100.0), 0.004)) as full_bits,
    -log2(greatest((core_shared + 1.0) / (names + 50.0), 0.0156)) as core_bits,
    -log2(greatest((sound_shared + 1.0) / (names + 50.0), 0.0156)) as sound_bits
from counted

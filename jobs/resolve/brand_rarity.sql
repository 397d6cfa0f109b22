-- grain: one row per length of a brand, up to five: how often a brand of that length has a second bearer
-- uses: anchored, name_count
with

counted as (
    select
        least(length(anchored.brand_sound), 5) as brand_length,
        count(*) as names,
        sum(case when name_count.bearers > 1 then 1 else 0 end) as shared
    from anchored
    inner join name_count on name_count.part = 'brand' and name_count.text = anchored.brand_sound
    where anchored.is_registered and anchored.brand_sound <> ''
    group by least(length(anchored.brand_sound), 5)
)

-- A brand of two characters is shared by many; one of four by sisters at most.
select brand_length, -log2(greatest((shared + 1.0) / (names + 50.0), 0.0156)) as brand_bits
from counted

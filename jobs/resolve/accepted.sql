-- grain: one row per kind of likeness and margin that is sure enough to link
-- uses: evidence_choice, calibration, record_form
with

found as (
    select
        calibration.name_class,
        calibration.margin,
        calibration.chance,
        count(evidence_choice.rid) * (1 - calibration.chance) as wrong
    from calibration
    left join evidence_choice
        on
            evidence_choice.name_class = calibration.name_class
            and evidence_choice.margin = calibration.margin
            and evidence_choice.rid > 0
    group by calibration.name_class, calibration.margin, calibration.chance
),

ranked as (
    select
        name_class,
        margin,
        chance,
        sum(wrong) over (order by chance desc, name_class, margin rows unbounded preceding) as wrong_so_far
    from found
),

everything as (
    select count(*) as records
    from record_form
)

-- The surest links always; further ones as long as all of them together are expected to be wrong in four of 10,000 records.
select ranked.name_class, ranked.margin, ranked.chance
from ranked
cross join everything
where ranked.chance >= 0.95 or (ranked.chance >= 0.8 and ranked.wrong_so_far <= 0.0004 * everything.records)

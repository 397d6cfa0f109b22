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

budget as (
    select 0.0004 * count(*) as wrong
    from record_form
),

ranked as (
    select
        name_class,
        margin,
        chance,
        wrong,
        sum(wrong) over (order by chance desc, name_class, margin rows unbounded preceding) as wrong_so_far
    from found
),

-- The surest links always; further ones as long as all of them together are expected to be wrong in four of 10,000 records.
surest as (
    select ranked.name_class, ranked.margin, ranked.chance, ranked.wrong_so_far
    from ranked
    cross join budget
    where ranked.chance >= 0.95 or (ranked.chance >= 0.75 and ranked.wrong_so_far <= budget.wrong)
),

spent as (
    select coalesce(max(wrong_so_far), 0) as wrong
    from surest
),

-- A step with many records may stop short of that: what is left goes to the smaller ones behind it.
smaller as (
    select
        ranked.name_class,
        ranked.margin,
        ranked.chance,
        sum(ranked.wrong) over (order by ranked.wrong, ranked.name_class, ranked.margin rows unbounded preceding)
            as wrong_so_far
    from ranked
    left join surest on surest.name_class = ranked.name_class and surest.margin = ranked.margin
    where surest.name_class is null and ranked.chance >= 0.75
)

select name_class, margin, chance
from surest
union all
select smaller.name_class, smaller.margin, smaller.chance
from smaller
cross join spent
cross join budget
where spent.wrong + smaller.wrong_so_far <= budget.wrong

-- grain: one row per kind of likeness and margin in bits: how often the best candidate is the right one
-- uses: evidence_choice, trial, open_record
with

kind as (
    select name_class
    from (values ('same'), ('core'), ('near'), ('broken'), ('slip'), ('short'), ('brand'), ('part'), ('less')) as classes (name_class)
),

margin as (
    select bits
    from (
        values
            (-12), (-11), (-10), (-9), (-8), (-7), (-6), (-5), (-4), (-3), (-2), (-1), (0), (1), (2), (3), (4), (5), (6), (7),
            (8), (9), (10), (11), (12)
    ) as margins (bits)
),

-- Records without a number come from other feeds than those with one: sites from elsewhere rather than taxpayers.
feed_need as (
    select
        open_record.feed,
        sum(case when open_record.rid > 0 then 1.0 else 0.0 end) as open_records,
        sum(coalesce(trial.worth, 0)) as trials
    from open_record
    left join trial on trial.rid = open_record.rid
    group by open_record.feed
),

need as (
    select
        feed,
        greatest(
            least(
                (open_records + 20) / (trials + 20) * (sum(trials) over () + 20) / (sum(open_records) over () + 20),
                8
            ),
            0.125
        ) as share
    from feed_need
),

judged as (
    select
        evidence_choice.name_class,
        evidence_choice.margin,
        -- About half of the outsiders' records would find their enterprise known by another record.
        need.share * trial.worth * case when trial.is_listed then 1.0 else 0.5 end as weight,
        case when trial.is_listed and trial.enterprise_id = evidence_choice.enterprise_id then 1.0 else 0.0 end as is_right
    from evidence_choice
    inner join trial on trial.rid = evidence_choice.rid
    inner join open_record on open_record.rid = trial.rid
    inner join need on need.feed = open_record.feed
),

counted as (
    select name_class, margin, sum(weight) as trials, sum(weight * is_right) as hits
    from judged
    group by name_class, margin
),

near as (
    -- Neighbours on the scale say something, too.
    select
        kind.name_class,
        margin.bits as margin,
        coalesce(sum(counted.trials * case when counted.margin = margin.bits then 1 else 0.25 end), 0) as trials,
        coalesce(sum(counted.hits * case when counted.margin = margin.bits then 1 else 0.25 end), 0) as hits
    from kind
    cross join margin
    left join counted
        on counted.name_class = kind.name_class and counted.margin between margin.bits - 1 and margin.bits + 1
    group by kind.name_class, margin.bits
),

-- What the bits say by themselves is worth a dozen trials, and what all names that are only alike say a dozen more.
pooled as (
    select
        margin,
        (sum(hits) + 12 / (1 + power(2, -margin - 0.5))) / (sum(trials) + 12) as chance
    from near
    where name_class <> 'same'
    group by margin
)

select
    near.name_class,
    near.margin,
    near.trials,
    case
        when near.name_class = 'same' then (near.hits + 12 / (1 + power(2, -near.margin - 0.5))) / (near.trials + 12)
        else (near.hits + 12 * pooled.chance) / (near.trials + 12)
    end as chance
from near
inner join pooled on pooled.margin = near.margin

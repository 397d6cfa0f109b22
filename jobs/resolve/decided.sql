-- grain: one row per record whose enterprise operators' decisions settle; a null enterprise means alone
-- uses: record_form, assignment, anchor_record, decided_pair, decided_group
with

-- The group goes where its best anchored or best proved member is; anchors that are declared the same become one.
ranked as (
    select
        decided_group.group_rid,
        assignment.enterprise_id,
        row_number() over (
            partition by decided_group.group_rid
            order by assignment.tier in (0, 5) desc, assignment.tier, assignment.score desc, assignment.enterprise_id
        ) as choice
    from decided_group
    inner join assignment on assignment.rid = decided_group.rid
),

target as (
    select
        decided_group.group_rid,
        coalesce(
            min(ranked.enterprise_id),
            enterprise_id('record:' || min(record_form.feed || '|' || record_form.record_key))
        ) as enterprise_id
    from decided_group
    inner join record_form on record_form.rid = decided_group.rid
    left join ranked on ranked.group_rid = decided_group.group_rid and ranked.choice = 1
    group by decided_group.group_rid
),

redirected as (
    select distinct anchor_record.enterprise_id as loser, target.enterprise_id as winner
    from decided_group
    inner join anchor_record on anchor_record.rid = decided_group.rid
    inner join target on target.group_rid = decided_group.group_rid
    where anchor_record.enterprise_id <> target.enterprise_id
),

joined as (
    select decided_group.rid, target.enterprise_id, 'operator' as rule
    from decided_group
    inner join target on target.group_rid = decided_group.group_rid
    union all
    select assignment.rid, min(redirected.winner) as enterprise_id, 'operator' as rule
    from assignment
    inner join redirected on redirected.loser = assignment.enterprise_id
    left join decided_group on decided_group.rid = assignment.rid
    where decided_group.rid is null
    group by assignment.rid
),

held as (
    select
        assignment.rid,
        coalesce(joined.enterprise_id, assignment.enterprise_id) as enterprise_id,
        joined.rid is not null as is_decided,
        assignment.tier,
        assignment.score
    from assignment
    left join joined on joined.rid = assignment.rid
),

-- Two that are declared different still stand together: the one with less evidence leaves.
parted as (
    select distinct
        case
            when one.is_decided <> other.is_decided then case when one.is_decided then other.rid else one.rid end
            when one.tier in (0, 5) and other.tier not in (0, 5) then other.rid
            when other.tier in (0, 5) and one.tier not in (0, 5) then one.rid
            when one.tier <> other.tier then case when one.tier < other.tier then other.rid else one.rid end
            when one.score < other.score then one.rid
            else other.rid
        end as rid
    from decided_pair
    inner join held as one on one.rid = decided_pair.rid_1
    inner join held as other on other.rid = decided_pair.rid_2
    where decided_pair.decision = 'cannot_link' and one.enterprise_id = other.enterprise_id
)

select
    coalesce(parted.rid, joined.rid) as rid,
    case when parted.rid is null then joined.enterprise_id end as enterprise_id
from joined
full outer join parted on parted.rid = joined.rid

-- grain: one row per record that operators declared the same as others, with the group they form
-- uses: decided_pair
with recursive

edge as (
    select rid_1 as one, rid_2 as other
    from decided_pair
    where decision = 'must_link'
    union
    select rid_2 as one, rid_1 as other
    from decided_pair
    where decision = 'must_link'
),

reached as (
    select one as rid, one as member
    from edge
    union
    select reached.rid, edge.other as member
    from reached
    inner join edge on edge.one = reached.member
)

select rid, min(member) as group_rid
from reached
group by rid

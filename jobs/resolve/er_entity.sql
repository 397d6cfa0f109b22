-- grain: one row per enterprise, registered or provisional
-- uses: record_form, number_claim, anchored, anchored_name, er_assignment
with

assigned as (
    select
        er_assignment.enterprise_id,
        record_form.*
    from er_assignment
    inner join record_form
        on record_form.feed = er_assignment.feed and record_form.record_key = er_assignment.record_key
),

-- An anchor whose records operators gave to another enterprise is none any more; its old id leads there.
present as (
    select distinct enterprise_id
    from er_assignment
),

in_park as (
    select distinct enterprise_id
    from assigned
    where
        in_roster
        and upper(coalesce(park_status, '')) not in ('MOVED_OUT', 'LEFT', 'CANCELLED')
        and coalesce(park_status, '') not like '%迁出%'
        and coalesce(park_status, '') not like '%注销%'
        and coalesce(park_status, '') not like '%退出%'
),

claim as (
    select rid, min(case when kind = 'uscc' then value end) as uscc, min(case when kind = 'org' then value end) as org_code
    from number_claim
    group by rid
),

provisional as (
    select
        assigned.enterprise_id,
        claim.uscc,
        claim.org_code,
        assigned.written_name,
        assigned.region_code,
        row_number() over (
            partition by assigned.enterprise_id
            order by assigned.observed_at desc nulls last, assigned.feed, assigned.record_key
        ) as choice
    from assigned
    left join claim on claim.rid = assigned.rid
    left join anchored on anchored.enterprise_id = assigned.enterprise_id
    where anchored.enterprise_id is null
),

-- Some feeds tell of an enterprise by its number alone; the name is then what another says.
named as (
    select
        assigned.enterprise_id,
        assigned.written_name,
        row_number() over (
            partition by assigned.enterprise_id
            order by assigned.observed_at desc nulls last, assigned.feed, assigned.record_key
        ) as choice
    from assigned
    left join anchored on anchored.enterprise_id = assigned.enterprise_id
    where assigned.written_name <> '' and not coalesce(anchored.is_registered, false)
),

head as (
    select anchored_name.full_name, min(anchored_name.enterprise_id) as enterprise_id
    from anchored_name
    inner join present on present.enterprise_id = anchored_name.enterprise_id
    where anchored_name.kind = 'current' and anchored_name.tail = ''
    group by anchored_name.full_name
    having count(*) = 1
)

select
    anchored.enterprise_id,
    anchored.uscc,
    anchored.org_code,
    coalesce(nullif(anchored.written_name, ''), named.written_name) as name,
    anchored.region_code,
    case when anchored.is_registered then 'active' else 'provisional' end as state,
    in_park.enterprise_id is not null as in_park,
    case when anchored.tail <> '' then head.enterprise_id end as branch_of
from anchored
inner join present on present.enterprise_id = anchored.enterprise_id
left join in_park on in_park.enterprise_id = anchored.enterprise_id
left join head on head.full_name = anchored.head
left join named on named.enterprise_id = anchored.enterprise_id and named.choice = 1
union all
select
    provisional.enterprise_id,
    provisional.uscc,
    provisional.org_code,
    coalesce(nullif(provisional.written_name, ''), named.written_name) as name,
    provisional.region_code,
    'provisional' as state,
    in_park.enterprise_id is not null as in_park,
    cast(null as varchar) as branch_of
from provisional
left join in_park on in_park.enterprise_id = provisional.enterprise_id
left join named on named.enterprise_id = provisional.enterprise_id and named.choice = 1
where provisional.choice = 1
order by enterprise_id

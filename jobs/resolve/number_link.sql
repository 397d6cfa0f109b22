-- grain: one row per record that its numbers alone assign to one registered enterprise, whose name does not object
-- uses: record_form, anchored_name, number_match
with

-- Another enterprise bears exactly this name today: then number and name stand against each other.
claimed as (
    select distinct number_match.rid, number_match.enterprise_id
    from number_match
    inner join record_form on record_form.rid = number_match.rid
    inner join anchored_name on anchored_name.full_name = record_form.full_name
    where
        number_match.name_level <> 'same'
        and anchored_name.kind = 'current'
        and anchored_name.enterprise_id <> number_match.enterprise_id
),

agreeing as (
    select
        number_match.rid,
        number_match.enterprise_id,
        number_match.number_kind,
        number_match.name_level,
        number_match.name_kind,
        count(*) over (partition by number_match.rid) as reached
    from number_match
    left join claimed
        on claimed.rid = number_match.rid and claimed.enterprise_id = number_match.enterprise_id
    where
        not number_match.tail_conflict
        and number_match.name_level <> 'far'
        and claimed.rid is null
        and (number_match.number_kind <> 'repair' or number_match.name_level in ('same', 'core', 'near'))
)

select rid, enterprise_id, number_kind, name_level, name_kind
from agreeing
where reached = 1

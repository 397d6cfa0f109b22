-- grain: one row per record and head it must not be taken for: it bears the brand of both, and stands where a branch is
-- uses: record_form, anchored
with

branch as (
    select
        head.enterprise_id,
        head.full_name,
        head.brand,
        head.representative as head_person,
        head.road || '|' || head.house as head_place,
        branch.representative,
        branch.road || '|' || branch.house as place,
        branch.house,
        head.core_sound,
        head.region_code as head_region,
        branch.region_code
    from anchored as branch
    inner join anchored as head on head.full_name = branch.head
    where branch.tail <> '' and head.brand <> ''
)

-- Offices put the head's number on its branch, and cut the name to what both bear: person, house and county tell which.
select distinct record_form.rid, branch.enterprise_id
from branch
inner join record_form on record_form.brand = branch.brand
where
    not record_form.in_register
    and record_form.tail = ''
    and record_form.full_name <> branch.full_name
    and (
        (
            record_form.representative <> ''
            and record_form.representative = branch.representative
            and record_form.representative <> branch.head_person
        )
        or (
            branch.house <> ''
            and record_form.road || '|' || record_form.house = branch.place
            and record_form.road || '|' || record_form.house <> branch.head_place
        )
        or (
            record_form.core_sound <> branch.core_sound
            and record_form.region_code = branch.region_code
            and record_form.region_code <> branch.head_region
            and branch.head_region <> ''
            and substr(branch.head_region, 5) <> '00'
            and substr(branch.region_code, 5) not in ('', '00')
        )
    )

-- grain: one row per record outside the register and registered enterprise that one of its numbers names
-- uses: record_form, number_claim, anchor_record, number_repaired, decided_veto, at_branch, anchored_number, anchored_name
with

reached as (
    select rid, enterprise_id, '5 repair' as number_kind
    from number_repaired
    union all
    select
        number_claim.rid,
        anchored_number.enterprise_id,
        min(case number_claim.kind when 'org' then '1 org' when 'reg' then '2 reg' when 'cut' then '3 cut' else '4 old' end)
            as number_kind
    from number_claim
    inner join anchored_number
        on anchored_number.kind = number_claim.kind and anchored_number.value = number_claim.value
    left join anchor_record on anchor_record.rid = number_claim.rid
    where anchor_record.rid is null and number_claim.kind <> 'uscc'
    group by number_claim.rid, anchored_number.enterprise_id
),

named as (
    select rid, enterprise_id, min(number_kind) as number_kind
    from reached
    group by rid, enterprise_id
),

compared as (
    select
        named.rid,
        named.enterprise_id,
        named.number_kind,
        anchored_name.kind as name_kind,
        case
            when record_form.full_name = '' then 'none' || chr(31) || '0' || chr(31) || '0' || chr(31) || '0' || chr(31) || '0'
            when record_form.full_name = anchored_name.full_name
                then 'same' || chr(31) || '0' || chr(31) || '0' || chr(31) || '0' || chr(31) || '0'
            else name_evidence(record_form.name, anchored_name.name)
        end as evidence
    from named
    left join decided_veto
        on decided_veto.rid = named.rid and decided_veto.enterprise_id = named.enterprise_id
    inner join record_form on record_form.rid = named.rid
    left join anchored_name on anchored_name.enterprise_id = named.enterprise_id
    left join at_branch
        on at_branch.rid = named.rid and at_branch.enterprise_id = named.enterprise_id
    where decided_veto.rid is null and at_branch.rid is null
),

ranked as (
    select
        rid,
        enterprise_id,
        number_kind,
        name_kind,
        split_part(evidence, chr(31), 1) as name_level,
        split_part(evidence, chr(31), 5) = '1' as tail_conflict,
        row_number() over (
            partition by rid, enterprise_id
            order by
                split_part(evidence, chr(31), 5),
                case split_part(evidence, chr(31), 1)
                    when 'same' then 0
                    when 'core' then 1
                    when 'near' then 2
                    when 'brand' then 3
                    when 'trade' then 4
                    when 'part' then 5
                    when 'none' then 6
                    else 7
                end,
                name_kind
        ) as choice
    from compared
)

select
    rid,
    enterprise_id,
    substr(number_kind, 3) as number_kind,
    coalesce(name_kind, 'none') as name_kind,
    coalesce(name_level, 'none') as name_level,
    coalesce(tail_conflict, false) as tail_conflict
from ranked
where choice = 1

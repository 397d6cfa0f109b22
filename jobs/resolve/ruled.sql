-- grain: one row per record that operators gave to an enterprise; the newest decision counts
-- uses: ruled_record, number_link, anchor_record
with

ranked as (
    select
        ruled_record.*,
        row_number() over (
            partition by ruled_record.rid order by ruled_record.is_exact desc, ruled_record.ordinal desc
        ) as choice
    from ruled_record
    left join number_link on number_link.rid = ruled_record.rid
    left join anchor_record on anchor_record.rid = ruled_record.rid
    -- A name and county that were decided once say nothing against a record's own good number.
    where
        ruled_record.kind = 'SAME'
        and (ruled_record.is_exact or (number_link.rid is null and anchor_record.rid is null))
)

select rid, decision, enterprise_id
from ranked
where choice = 1

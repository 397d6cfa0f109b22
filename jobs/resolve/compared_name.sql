-- grain: one row per candidate pair to be weighed, with the evidence of the two names that are most alike
-- uses: open_candidate, open_name, anchored_name, name_count
with

compared as (
    select
        open_candidate.rid,
        open_candidate.enterprise_id,
        open_name.kind as open_kind,
        anchored_name.kind as name_kind,
        anchored_name.core,
        anchored_name.brand,
        anchored_name.brand_sound,
        anchored_name.tail,
        split_part(open_name.name, chr(31), 3) || split_part(open_name.name, chr(31), 4) as open_core,
        case
            when open_name.full_name = anchored_name.full_name
                then 'same' || chr(31) || '0' || chr(31) || '0' || chr(31) || '0' || chr(31) || '0'
            else name_evidence(open_name.name, anchored_name.name)
        end as evidence
    from open_candidate
    inner join open_name on open_name.rid = open_candidate.rid
    inner join anchored_name on anchored_name.enterprise_id = open_candidate.enterprise_id
),

levelled as (
    select
        rid,
        enterprise_id,
        open_kind,
        name_kind,
        core,
        brand,
        brand_sound,
        tail,
        open_core,
        case split_part(evidence, chr(31), 1)
            when 'same' then 0
            when 'core' then 1
            when 'near' then 2
            when 'brand' then 3
            when 'trade' then 4
            when 'part' then 5
            else 6
        end as level,
        cast(split_part(evidence, chr(31), 2) as double) as distance,
        split_part(evidence, chr(31), 3) = '1' as region_conflict,
        split_part(evidence, chr(31), 4) = '1' as form_conflict,
        split_part(evidence, chr(31), 5) = '1' as tail_conflict
    from compared
),

ranked as (
    select
        *,
        row_number() over (
            partition by rid, enterprise_id
            order by
                tail_conflict,
                case when open_kind = 'alias' and name_kind = 'current' then 1 else 0 end,
                level,
                region_conflict,
                distance,
                form_conflict,
                name_kind,
                open_kind,
                core
        ) as choice
    from levelled
)

select
    ranked.rid,
    ranked.enterprise_id,
    ranked.open_kind,
    ranked.name_kind,
    ranked.core || '|' || ranked.tail as core,
    substr(ranked.core, length(ranked.brand) + 1) as trade,
    ranked.brand,
    ranked.open_core,
    ranked.brand_sound,
    -- The trade was cut short, not changed.
    ranked.level = 3
    and length(ranked.open_core) > length(ranked.brand)
    and substr(ranked.core, 1, length(ranked.open_core)) = ranked.open_core as is_short,
    ranked.level,
    ranked.distance,
    -- The brand is whole, and what follows it is a trade that no registered enterprise has: a slip of the pen.
    ranked.level = 2
    and length(ranked.brand) >= 2
    and length(ranked.brand) < length(ranked.open_core)
    -- A character more behind the brand makes another brand.
    and length(ranked.open_core) <= length(ranked.core)
    and substr(ranked.open_core, 1, length(ranked.brand)) = ranked.brand
    and trade.bearers is null as is_broken_trade,
    ranked.region_conflict,
    ranked.form_conflict,
    ranked.tail_conflict
from ranked
left join name_count as trade
    on trade.part = 'trade' and trade.text = substr(ranked.open_core, length(ranked.brand) + 1)
where ranked.choice = 1

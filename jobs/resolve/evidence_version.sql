-- grain: one row: the version of the numbers that evidence is weighed with
-- uses: weight, name_rarity, brand_rarity, feed_habit, number_share, unknown_share, place_count
with

told as (
    select 'weight' as part, feed || '/' || feature || '/' || level as subject, bits as number
    from weight
    union all
    select
        'name' as part,
        legal_form || case when tells_region then '/region/full/' else '/none/full/' end || cast(commonness as varchar) as subject,
        full_bits as number
    from name_rarity
    union all
    select
        'name' as part,
        legal_form || case when tells_region then '/region/core/' else '/none/core/' end || cast(commonness as varchar) as subject,
        core_bits as number
    from name_rarity
    union all
    select
        'name' as part,
        legal_form || case when tells_region then '/region/sound/' else '/none/sound/' end || cast(commonness as varchar) as subject,
        sound_bits as number
    from name_rarity
    union all
    select
        'known' as part,
        feed || '/' || legal_form || case when is_registered then '/registered' else '/outsider' end as subject,
        known_bits as number
    from feed_habit
    union all
    select
        'new' as part,
        feed || '/' || legal_form || case when is_registered then '/registered' else '/outsider' end as subject,
        new_bits as number
    from feed_habit
    union all
    select 'brand' as part, cast(brand_length as varchar) as subject, brand_bits as number
    from brand_rarity
    union all
    select 'lone' as part, '' as subject, lone_bits as number
    from number_share
    union all
    select 'shared' as part, '' as subject, shared_bits as number
    from number_share
    union all
    select 'unknown' as part, feed || '/' || region_code as subject, known_bits as number
    from unknown_share
    union all
    select 'all' as part, '' as subject, enterprises as number
    from place_count
    where part = 'all'
),

line as (
    select part || chr(31) || subject || chr(31) || coalesce(cast(number as varchar), '') as text
    from told
)

select md5(coalesce(cast(sum(cast(content_number(text) as decimal(38, 0))) as varchar), '')) as version
from line

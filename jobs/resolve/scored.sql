-- grain: one row per candidate pair, with the evidence of each feature in bits
-- uses: open_record, compared_name, known_person, known_place, short_core, anchored, anchored_name, trial, feed_habit, numbered_feed, open_number, number_match, name_count, name_rarity, brand_rarity, number_share, place_count, weight, pair_weight
with

total as (
    select log2(greatest(max(enterprises), 2)) as register_bits, greatest(max(enterprises), 2) as enterprises
    from place_count
    where part = 'all'
),

renamed as (
    select distinct enterprise_id
    from anchored_name
    where kind = 'former'
),

-- A site on the border of two cities is told under either.
told_place as (
    select enterprise_id, road, house, sum(records) as records, max(enterprises) as enterprises
    from known_place
    group by enterprise_id, road, house
),

region_weight as (
    select
        feed,
        anchor_feed,
        max(case when level = 'county' then bits end) as county_bits,
        max(case when level = 'city' then bits end) as city_bits,
        max(case when level = 'other' then bits end) as other_bits
    from pair_weight
    where feature = 'region'
    group by feed, anchor_feed
),

best_level as (
    select rid, min(level) as level
    from compared_name
    group by rid
),

-- Three pairs in four met by person or house under wholly other names: beside a name that is like theirs they weigh nothing.
likely as (
    select compared_name.*
    from compared_name
    inner join open_record on open_record.rid = compared_name.rid
    inner join anchored on anchored.enterprise_id = compared_name.enterprise_id
    inner join best_level on best_level.rid = compared_name.rid
    left join number_match
        on number_match.rid = compared_name.rid and number_match.enterprise_id = compared_name.enterprise_id
    where
        compared_name.level < 6
        or best_level.level = 6
        or number_match.rid is not null
        or (open_record.representative = anchored.representative and open_record.representative <> '')
),

compared as (
    select
        likely.*,
        open_record.feed,
        open_record.full_name,
        open_record.name_region,
        anchored.name_region as candidate_region,
        anchored.legal_form,
        case when anchored.is_registered then '' else anchored.feed end as anchor_feed,
        anchored.org_code,
        anchored.status,
        anchored.is_registered,
        numbered_feed.records - case when trial.rid is null then 0 else 1 end as records_there,
        open_record.region_code as told_region,
        open_record.name_county,
        number_match.number_kind,
        number_match.rid is null and coalesce(not open_number.is_filler, false) as has_other_number,
        -- A cut code has no check characters to mend it by: under a like name one or two slips are told from a stranger's.
        number_match.rid is null
        and case length(open_record.number_value)
            when 9 then levenshtein(open_record.number_value, anchored.org_code) <= 1
            when 15 then
                levenshtein(
                    translate(substr(open_record.number_value, 1, 8), 'OQDILZSB', '00011258') || substr(open_record.number_value, 9),
                    substr(anchored.uscc, 1, 15)
                ) <= 2
                or substr(open_record.number_value, 9) = substr(anchored.org_code, 1, 7)
        end as has_like_number,
        number_match.rid is null and coalesce(open_number.is_foreign, false) as has_foreign_number,
        number_match.rid is null and coalesce(open_number.is_lone, false) as has_lone_number,
        renamed.enterprise_id is not null as was_renamed,
        case
            when open_record.region_code = '' or anchored.region_code = '' then 'none'
            when open_record.region_code = anchored.region_code then 'county'
            -- Offices of a city or a province put their own code on what lies in any of its counties.
            when substr(open_record.region_code, 3) = '0000' or substr(anchored.region_code, 3) = '0000'
                then
                    case
                        when substr(open_record.region_code, 1, 2) = substr(anchored.region_code, 1, 2) then 'within'
                        else 'other'
                    end
            when
                (substr(open_record.region_code, 5) = '00' or substr(anchored.region_code, 5) = '00')
                and substr(open_record.region_code, 1, 4) = substr(anchored.region_code, 1, 4)
                then 'within'
            when substr(open_record.region_code, 1, 4) = substr(anchored.region_code, 1, 4) then 'city'
            else 'other'
        end as region_level,
        case
            when open_record.road = anchored.road and open_record.house <> '' and open_record.house = anchored.house
                then 'house'
            when told_place.records - case when trial.rid is null then 0 else 1 end > 0 then 'told'
            when open_record.road = '' or anchored.road = '' then 'none'
            when open_record.road = anchored.road then 'road'
            else 'other'
        end as place_level,
        open_record.room <> '' and open_record.room = anchored.room as same_room,
        told_place.enterprises as told_enterprises,
        case
            when open_record.representative = '' or anchored.representative = '' then 'none'
            when open_record.representative = anchored.representative then 'same'
            when known_person.records - case when trial.rid is null then 0 else 1 end > 0 then 'told'
            else 'other'
        end as person_level,
        anchored.region_code,
        anchored.road,
        anchored.house,
        anchored.room,
        open_record.representative
    from likely
    inner join open_record on open_record.rid = likely.rid
    inner join anchored on anchored.enterprise_id = likely.enterprise_id
    left join number_match
        on number_match.rid = likely.rid and number_match.enterprise_id = likely.enterprise_id
    left join open_number on open_number.rid = likely.rid
    left join renamed on renamed.enterprise_id = likely.enterprise_id
    left join numbered_feed
        on numbered_feed.feed = open_record.feed and numbered_feed.enterprise_id = likely.enterprise_id
    left join trial on trial.rid = likely.rid and trial.enterprise_id = likely.enterprise_id
    left join known_person
        on
            known_person.enterprise_id = likely.enterprise_id
            and known_person.representative = open_record.representative
    left join told_place
        on
            told_place.enterprise_id = likely.enterprise_id
            and told_place.road = open_record.road
            and told_place.house = open_record.house
),

weighed as (
    select
        compared.*,
        total.register_bits,
        case compared.level
            when 0 then
                case
                    when compared.was_renamed and compared.name_kind = 'former' then former_weight.bits
                    when compared.was_renamed then log2(greatest(1 - power(2, former_weight.bits), 0.05)) + name_weight.bits
                    else name_weight.bits
                end
                -- Where the register has no such form, or there is none, every fourth name is taken to be shared.
                - log2(greatest(coalesce(full_count.bearers, 1), 1)) + coalesce(name_rarity.full_bits, 2)
            when 1 then
                name_weight.bits - log2(greatest(coalesce(core_count.bearers, 1), 1)) + coalesce(name_rarity.core_bits, 0)
                + case when compared.name_region = '' then 2.5 else 0.0 end
            when 2 then
                name_weight.bits - log2(greatest(coalesce(core_count.bearers, 1), 1)) + coalesce(name_rarity.sound_bits, 0)
                - case
                    when compared.distance <= 0.5 or compared.is_broken_trade then 0
                    when compared.distance <= 1 then 4
                    else 7
                end
            when 6 then name_weight.bits - total.register_bits
            when 3 then
                name_weight.bits
                - log2(greatest(coalesce(short_core.bearers, brand_count.bearers, 1), 1))
                + case
                    when short_core.bearers is not null then coalesce(name_rarity.core_bits, 0)
                    else coalesce(brand_rarity.brand_bits, 0)
                end
            else
                name_weight.bits - log2(greatest(coalesce(brand_count.bearers, 1), 1)) + coalesce(brand_rarity.brand_bits, 0)
        end as name_bits,
        case
            when compared.region_conflict and compared.level > 0 then -5.0
            -- A county put before a name that has none is where its bearer is registered.
            when
                compared.level > 0
                and compared.candidate_region = ''
                and substr(compared.name_county, 5) not in ('', '00')
                and compared.region_code <> ''
                and substr(compared.name_county, 1, 4) <> substr(compared.region_code, 1, 4)
                then -5.0
            else 0.0
        end
        + case when compared.form_conflict and compared.level > 0 then -3.0 else 0.0 end
        -- A name that the record itself calls former is rather not somebody's name of today.
        + case when compared.open_kind = 'alias' and compared.name_kind = 'current' then -6.0 else 0.0 end as part_bits,
        case when compared.tail_conflict then -40.0 else 0.0 end as tail_bits,
        case compared.region_level
            when 'none' then 0.0
            when 'within' then -log2(coalesce(city_count.enterprises, total.enterprises) * 1.0 / total.enterprises)
            when 'county' then region_weight.county_bits - log2(county_count.enterprises * 1.0 / total.enterprises)
            when 'city'
                then
                    least(
                        region_weight.city_bits
                        - log2(greatest(city_count.enterprises - county_count.enterprises, 1) * 1.0 / total.enterprises),
                        0.0
                    )
            else
                region_weight.other_bits
                - log2(greatest(total.enterprises - city_count.enterprises, 1) * 1.0 / total.enterprises)
        end as met_bits,
        -- Somebody unknown under a name that tells its region would be met there as well, and elsewhere as rarely.
        case
            when compared.region_level = 'none' or compared.level > 0 or compared.name_region = '' then 0.0
            when home_province.enterprises is null
                then
                    case
                        when compared.region_level = 'county'
                            then region_weight.county_bits - log2(county_count.enterprises * 1.0 / total.enterprises)
                        else 0.0
                    end
            when
                substr(compared.told_region, 5) = '00'
                and substr(compared.told_region, 1, 4) = substr(compared.name_county, 1, 4)
                then -log2(coalesce(home_city.enterprises, total.enterprises) * 1.0 / total.enterprises)
            when substr(compared.name_county, 3) = '0000'
                then
                    case
                        when substr(compared.told_region, 1, 2) = substr(compared.name_county, 1, 2)
                            then -log2(home_province.enterprises * 1.0 / total.enterprises)
                        else
                            region_weight.other_bits
                            - log2(greatest(total.enterprises - home_province.enterprises, 1) * 1.0 / total.enterprises)
                    end
            when compared.told_region = compared.name_county
                then
                    region_weight.county_bits
                    - log2(coalesce(home_county.enterprises, 1) * 1.0 / total.enterprises)
            when substr(compared.told_region, 1, 4) = substr(compared.name_county, 1, 4)
                then
                    case
                        when substr(compared.name_county, 5) = '00'
                            then -log2(home_city.enterprises * 1.0 / total.enterprises)
                        else
                            least(
                                region_weight.city_bits
                                - log2(
                                    greatest(home_city.enterprises - coalesce(home_county.enterprises, 1), 1)
                                    * 1.0 / total.enterprises
                                ),
                                0.0
                            )
                    end
            else
                region_weight.other_bits
                - log2(greatest(total.enterprises - coalesce(home_city.enterprises, 1), 1) * 1.0 / total.enterprises)
        end as unknown_met_bits,
        case compared.place_level
            when 'none' then 0.0
            when 'house' then
                place_weight.bits - log2(house_count.enterprises * 1.0 / city_count.enterprises)
                + case
                    when compared.same_room then log2(house_count.enterprises * 1.0 / coalesce(room_count.enterprises, 1))
                    else 0.0
                end
            when 'told'
                then
                    place_weight.bits
                    - log2(
                        compared.told_enterprises * 1.0
                        / greatest(coalesce(city_count.enterprises, 1), compared.told_enterprises)
                    )
            when 'road' then least(place_weight.bits - log2(road_count.enterprises * 1.0 / city_count.enterprises), 3.0)
            else place_weight.bits
        end as place_bits,
        case compared.person_level
            when 'none' then 0.0
            when 'other' then person_weight.bits
            else person_weight.bits - log2(coalesce(person_count.enterprises, 1) * 1.0 / total.enterprises)
        end as person_bits,
        case
            when compared.number_kind in ('org', 'reg') then total.register_bits + 6
            when compared.number_kind = 'cut' then total.register_bits + 5
            when compared.number_kind is not null then total.register_bits + 3
            when compared.has_like_number and compared.level <= 5 then 8.0
            when compared.org_code is null then 0.0
            when compared.has_foreign_number then -2.0
            when compared.has_lone_number then number_share.lone_bits
            when compared.has_other_number then number_share.shared_bits
            else 0.0
        end as number_bits,
        case
            when compared.status like '%注销%' or compared.status like '%吊销%'
                or upper(compared.status) in ('CANCELLED', 'REVOKED', 'REVOKED_CANCELLED', 'FORCED_CANCELLED') then -2.0
            else 0.0
        end as status_bits,
        -- A form that nobody bore when numbers were learnt has no habits yet.
        coalesce(case when compared.records_there > 0 then feed_habit.known_bits else feed_habit.new_bits end, 0) as habit_bits
    from compared
    cross join total
    cross join number_share
    left join weight as name_weight
        on
            name_weight.feed = compared.feed
            and name_weight.feature = 'name'
            and name_weight.level = case compared.level
                when 0 then 'same'
                when 1 then 'core'
                when 2 then 'near'
                when 3 then 'brand'
                when 4 then 'trade'
                when 5 then 'part'
                else 'far'
            end
    left join weight as former_weight
        on former_weight.feed = compared.feed and former_weight.feature = 'former' and former_weight.level = 'same'
    left join region_weight
        on region_weight.feed = compared.feed and region_weight.anchor_feed = compared.anchor_feed
    left join feed_habit
        on
            feed_habit.feed = compared.feed
            and feed_habit.is_registered = compared.is_registered
            and feed_habit.legal_form = compared.legal_form
    left join place_count as home_county
        on home_county.part = 'county' and home_county.text = compared.name_county
    left join place_count as home_city
        on home_city.part = 'city' and home_city.text = substr(compared.name_county, 1, 4)
    left join place_count as home_province
        on home_province.part = 'province' and home_province.text = substr(compared.name_county, 1, 2)
    left join pair_weight as place_weight
        on
            place_weight.feed = compared.feed
            and place_weight.anchor_feed = compared.anchor_feed
            and place_weight.feature = 'place'
            and place_weight.level = compared.place_level
    left join pair_weight as person_weight
        on
            person_weight.feed = compared.feed
            and person_weight.anchor_feed = compared.anchor_feed
            and person_weight.feature = 'person'
            and person_weight.level = compared.person_level
    left join name_count as full_count on full_count.part = 'full' and full_count.text = compared.full_name
    left join name_count as core_count on core_count.part = 'core' and core_count.text = compared.core
    left join name_count as brand_count on brand_count.part = 'brand' and brand_count.text = compared.brand_sound
    left join name_count as trade_count on trade_count.part = 'trade' and trade_count.text = compared.trade
    left join name_rarity
        on
            name_rarity.legal_form = compared.legal_form
            and name_rarity.tells_region = (compared.candidate_region <> '')
            and name_rarity.commonness
            = cast(
                greatest(
                    least(
                        floor(
                            log2(
                                coalesce(brand_count.bearers, 1) * 1.0 * coalesce(trade_count.bearers, 1)
                                / total.enterprises
                            )
                        ),
                        4
                    ),
                    -8
                ) as integer
            )
    left join short_core
        on compared.is_short and short_core.open_core = compared.open_core and short_core.brand = compared.brand
    left join brand_rarity on brand_rarity.brand_length = least(length(compared.brand_sound), 5)
    left join place_count as county_count on county_count.part = 'county' and county_count.text = compared.region_code
    left join place_count as city_count
        on city_count.part = 'city' and city_count.text = substr(compared.region_code, 1, 4)
    left join place_count as road_count
        on road_count.part = 'road' and road_count.text = substr(compared.region_code, 1, 4) || compared.road
    left join place_count as house_count
        on
            house_count.part = 'house'
            and house_count.text = substr(compared.region_code, 1, 4) || compared.road || '|' || compared.house
    left join place_count as room_count
        on
            room_count.part = 'room'
            and room_count.text
            = substr(compared.region_code, 1, 4) || compared.road || '|' || compared.house || '|' || compared.room
    left join place_count as person_count
        on person_count.part = 'person' and person_count.text = compared.representative
)

select
    rid,
    feed,
    enterprise_id,
    level,
    case
        when level = 0 then 'same'
        when level = 1 then 'core'
        when level = 2 and distance <= 0.5 then 'near'
        when level = 2 and is_broken_trade then 'broken'
        when level = 2 then 'slip'
        when is_short then 'short'
        when level = 3 then 'brand'
        when level = 5 then 'part'
        else 'less'
    end as name_class,
    name_kind,
    number_kind,
    name_bits + part_bits + tail_bits as name_bits,
    met_bits - unknown_met_bits as region_bits,
    coalesce(place_bits, 0) as place_bits,
    coalesce(person_bits, 0) as person_bits,
    number_bits,
    status_bits,
    habit_bits,
    name_bits + part_bits + tail_bits + met_bits - unknown_met_bits + coalesce(place_bits, 0) + coalesce(person_bits, 0)
    + number_bits + status_bits + habit_bits as score
from weighed

-- grain: one row per record outside the register and registered enterprise whose code it tells under its name, or with its person or house
-- uses: record_form, number_claim, register_anchor
select distinct number_claim.rid, register_anchor.enterprise_id
from number_claim
inner join register_anchor on register_anchor.org_code = number_claim.value
inner join record_form on record_form.rid = number_claim.rid
inner join record_form as listed on listed.rid = register_anchor.rid
where
    number_claim.kind = 'org'
    and not number_claim.in_register
    and record_form.tail = listed.tail
    and (
        record_form.full_name = ''
        or record_form.core_sound = listed.core_sound
        or (record_form.brand_sound <> '' and record_form.brand_sound = listed.brand_sound)
        or (record_form.representative <> '' and record_form.representative = listed.representative)
        or (
            record_form.house <> ''
            and record_form.road = listed.road
            and record_form.house = listed.house
            and substr(record_form.region_code, 1, 4) = substr(listed.region_code, 1, 4)
        )
    )

-- 约定竣工日期已过、名下尚无竣工备案的宗地
select
    enterprise.ent_name,
    parcel.supply_no,
    parcel.land_area_ha,
    parcel.agreed_finish
from parcel
inner join enterprise using (enterprise_id)
left join completion
    on completion.enterprise_id = parcel.enterprise_id
    and completion.finish_date >= parcel.contract_date
where
    parcel.agreed_finish < current_date
    and completion.enterprise_id is null
order by parcel.agreed_finish;

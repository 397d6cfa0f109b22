-- 九十天内到期的厂房租赁
select
    enterprise.ent_name,
    plant_lease.address,
    plant_lease.lease_area_m2,
    plant_lease.lease_to
from plant_lease
inner join enterprise using (enterprise_id)
where plant_lease.lease_to between current_date and current_date + interval 90 day
order by plant_lease.lease_to;

-- 一户的每个取值来自哪里（换成要查的企业名称）
select
    enterprise_provenance.title,
    enterprise_provenance.value,
    enterprise_provenance.source_title,
    enterprise_provenance.source_time,
    enterprise_provenance.source_object,
    enterprise_provenance.source_offset,
    enterprise_provenance.source_cell
from enterprise_provenance
inner join enterprise using (enterprise_id)
where enterprise.ent_name like '%机械%'
order by enterprise.ent_name, enterprise_provenance.attribute;

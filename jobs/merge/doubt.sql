-- grain: one row per record and choice in which a validity rule makes the record give way
-- uses:  doubted, doubted_choice
with

struck as (
    select
        doubted.rec,
        doubted_choice.cid,
        doubted_choice.penalty,
        doubted_choice.title,
        row_number() over (
            partition by doubted.rec, doubted_choice.cid
            order by doubted_choice.penalty desc, doubted_choice.rule
        ) as place
    from doubted
    inner join doubted_choice on doubted_choice.rule = doubted.rule
)

select
    rec,
    cid,
    penalty,
    title
from struck
where place = 1

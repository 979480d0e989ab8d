-- standing up for a customer is one record, with whom it was asked of and what came of it [R-21][R-23]; the second place it was kept goes
insert into represented (branch_id, id, customer_id, on_day, what, asked_of, result, noted_by, noted_at)
select a.branch_id, a.id, a.customer_id, (a.done_at at time zone b.time_zone)::date,
       a.line || coalesce(' · ' || nullif(a.result, ''), ''), b.name, 'open', a.done_by, a.done_at
  from care_act a join branch b on b.id = a.branch_id
 where a.kind = 'represent';
delete from care_act where kind = 'represent';
alter table care_act drop constraint care_act_kind_check;
alter table care_act add constraint care_act_kind_check check (kind in ('understand', 'need', 'solve'));
alter table care_act drop column result;

-- the seed of a unit's campaigns by one playbook and one month of outcome: drawn once, so that the same plan made anew gives the same arms
create table campaign_seed (
  branch_id integer not null,
  unit_id uuid not null,
  playbook_key text collate "C" not null,
  stay_month integer not null,
  seed text not null,
  primary key (branch_id, unit_id, playbook_key, stay_month),
  foreign key (branch_id, unit_id) references unit (branch_id, id)
);
insert into campaign_seed (branch_id, unit_id, playbook_key, stay_month, seed)
select distinct on (branch_id, unit_id, playbook_key, stay_month) branch_id, unit_id, playbook_key, stay_month, seed
from campaign order by branch_id, unit_id, playbook_key, stay_month, set_at, id;

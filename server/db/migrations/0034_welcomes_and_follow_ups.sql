-- a customer the monthly run raised into a key tier: the clocks of the welcome run from that day [S-52]
create table welcome (
  branch_id integer not null references branch (id),
  customer_id uuid not null,
  -- the month whose run raised them, as YYYYMM
  month integer not null check (month between 190001 and 299912),
  tier text not null,
  promoted_on date not null,
  -- the day somebody became their manager; null as long as nobody is
  bound_on date,
  primary key (branch_id, customer_id, month),
  foreign key (branch_id, customer_id) references customer (branch_id, id)
);
create index welcome_by_day on welcome (branch_id, promoted_on);

-- the playbook that leads a promise to come back: a follow-up is asked by its own, apart from what it follows [S-41]
alter table promise add column playbook_key text collate "C";

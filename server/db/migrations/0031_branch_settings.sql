-- what a branch sets for itself, by name; without a row the usual holds
create table branch_setting (
  branch_id integer not null references branch (id),
  key text collate "C" not null check (key in ('round_standard', 'day_sheet')),
  value jsonb not null,
  set_by uuid not null,
  set_at timestamptz not null,
  version integer not null default 1,
  primary key (branch_id, key),
  foreign key (branch_id, set_by) references staff (branch_id, id)
);

-- the number somebody gives customers to reach them by
alter table staff add column work_phone text check (work_phone ~ '^[0-9+ -]{3,20}$');

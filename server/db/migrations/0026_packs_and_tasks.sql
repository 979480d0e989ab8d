-- a pack as it was read last; what is wrong in its files is kept beside it, for whoever writes them
create table pack (
  id text collate "C" primary key,
  -- what pack.yaml says of itself; null as long as that has never been sound
  about jsonb,
  problems jsonb not null default '[]',
  loaded_at timestamptz not null
);

alter table playbook add column pack text collate "C" not null default 'core';
alter table playbook alter column pack drop default;

-- a unit, and those below it, that does without a pack
create table pack_left_out (
  branch_id integer not null,
  unit_id uuid not null,
  pack text collate "C" not null,
  left_by uuid not null,
  left_at timestamptz not null,
  primary key (branch_id, unit_id, pack),
  foreign key (branch_id, unit_id) references unit (branch_id, id),
  foreign key (branch_id, left_by) references staff (branch_id, id)
);

-- something to do with a customer on another day, by a playbook: set when a contact ends, or by a person [S-04][S-05][R-16]
create table task (
  branch_id integer not null,
  id uuid not null,
  customer_id uuid not null,
  contact_person_id uuid,
  owner_id uuid not null,
  playbook_key text collate "C" not null,
  about_zh text not null,
  about_en text not null,
  -- the thing it is about: a gift, an event, a contract
  subject text,
  subject_day date,
  subject_place text,
  -- null as long as it waits for something to arrive
  due_on date,
  state text not null default 'open' check (state in ('waiting', 'open', 'done', 'dropped')),
  -- the contact it came out of, and the one that did it
  run_id uuid,
  done_run_id uuid,
  reason text,
  set_by uuid not null,
  set_at timestamptz not null,
  settled_at timestamptz,
  version integer not null default 1,
  primary key (branch_id, id),
  check ((state = 'waiting') = (due_on is null and settled_at is null)),
  foreign key (branch_id, customer_id) references customer (branch_id, id),
  foreign key (branch_id, owner_id) references staff (branch_id, id),
  foreign key (branch_id, set_by) references staff (branch_id, id)
);
create index task_unsettled on task (branch_id, customer_id) where state in ('waiting', 'open');
create index task_of_owner on task (branch_id, owner_id) where state = 'open';

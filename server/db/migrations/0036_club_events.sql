-- a club event customers are invited to [S-05]
create table club_event (
  branch_id integer not null references branch (id),
  id uuid not null,
  title text not null,
  on_day date not null,
  -- hour and minute by the branch's wall clock; null where it is a whole day
  starts_at text check (starts_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  place text not null,
  -- null where there are enough for everybody
  seats integer check (seats > 0),
  called_off_at timestamptz,
  set_by uuid not null,
  set_at timestamptz not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  primary key (branch_id, id),
  foreign key (branch_id, set_by) references staff (branch_id, id)
);
create index club_event_by_day on club_event (branch_id, on_day);

-- a customer on its guest list
create table event_guest (
  branch_id integer not null,
  event_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  answer text not null default 'listed' check (answer in ('listed', 'invited', 'accepted', 'declined')),
  -- null until somebody saw it on the day
  came boolean,
  -- what this customer was told has changed since
  again boolean not null default false,
  -- the contact that moved it last, and the one in which it was agreed when to ask how it was
  run_id uuid,
  asked_run_id uuid,
  added_by uuid not null,
  added_at timestamptz not null,
  moved_by uuid not null,
  moved_at timestamptz not null,
  version integer not null default 1,
  primary key (branch_id, id),
  unique (branch_id, event_id, customer_id),
  foreign key (branch_id, event_id) references club_event (branch_id, id),
  foreign key (branch_id, customer_id) references customer (branch_id, id)
);
create index event_guest_of_customer on event_guest (branch_id, customer_id);

-- the guest a task is about
alter table task add column guest_id uuid;
create index task_of_guest on task (branch_id, guest_id) where guest_id is not null;

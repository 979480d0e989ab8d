-- A person's data goes on their word [PIPL art. 47, GDPR art. 17]: what stays of the customer is a row without them.
alter table customer add column erased_at timestamptz;

-- who asked, when, and how much went
create table erasure (
  branch_id integer not null references branch (id),
  id uuid not null,
  customer_id uuid not null,
  asked_by text not null check (asked_by in ('self', 'agent', 'office')),
  asked_on date not null,
  done_by uuid not null,
  done_at timestamptz not null,
  -- in whose reach the customer was, so that they are told why the page is empty
  manager_id uuid,
  backup_id uuid,
  unit_id uuid,
  -- rows that went, by part of the file
  gone jsonb not null,
  primary key (branch_id, id),
  unique (branch_id, customer_id),
  foreign key (branch_id, customer_id) references customer (branch_id, id),
  foreign key (branch_id, done_by) references staff (branch_id, id)
);
create index erasure_recent on erasure (branch_id, done_at);

-- what law obliges to keep although the rest has gone: shown to nobody, and gone after its day
create table held_record (
  branch_id integer not null,
  id uuid not null,
  customer_id uuid not null,
  what text not null check (what in ('bills', 'complaints')),
  until date not null,
  -- the rule it is kept by, as it was on the day
  basis jsonb not null,
  contents jsonb not null,
  primary key (branch_id, id),
  foreign key (branch_id, customer_id) references customer (branch_id, id)
);
create index held_record_by_day on held_record (branch_id, until);
create index held_record_of_customer on held_record (branch_id, customer_id);

-- the parts of a customer's file are all edited alike: versioned, and put away rather than deleted, so that undo is another edit
alter table member add column removed_at timestamptz;
alter table holding add column removed_at timestamptz;
-- since when the customer has stood at this stage
alter table holding add column stage_on date;
alter table sighting add column version integer not null default 1;
alter table sighting add column removed_at timestamptz;
alter table small_wish add column version integer not null default 1;
alter table small_wish add column removed_at timestamptz;

-- a number belongs to exactly one customer; found by the number itself
alter table member alter column number set data type text collate "C";
create index member_number on member (branch_id, number) where number is not null;

-- two customers somebody looked at and found to be two
create table told_apart (
  branch_id integer not null,
  one_id uuid not null,
  other_id uuid not null,
  actor_id uuid not null,
  at timestamptz not null,
  primary key (branch_id, one_id, other_id),
  foreign key (branch_id, one_id) references customer (branch_id, id),
  foreign key (branch_id, other_id) references customer (branch_id, id),
  foreign key (branch_id, actor_id) references staff (branch_id, id)
);

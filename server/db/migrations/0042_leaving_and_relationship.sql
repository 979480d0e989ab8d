-- a customer who left and has not come back [R-15, R-16]
alter table customer add column left_on date;

-- that a customer left, which way and on which day; what they had paid is kept as it stood then
create table customer_loss (
  branch_id integer not null references branch (id),
  id uuid not null,
  customer_id uuid not null,
  way text not null check (way in ('ported', 'closed', 'lapsed', 'ended')),
  left_on date not null,
  manager_id uuid,
  tier text,
  paid12_fen bigint not null,
  -- the day they came back; null while they are gone
  back_on date,
  marked_by uuid not null,
  marked_at timestamptz not null,
  -- marked by mistake: it never was
  undone_at timestamptz,
  version integer not null default 1,
  primary key (branch_id, id),
  foreign key (branch_id, customer_id) references customer (branch_id, id),
  foreign key (branch_id, marked_by) references staff (branch_id, id)
);
create index customer_loss_of_customer on customer_loss (branch_id, customer_id);
create index customer_loss_by_day on customer_loss (branch_id, left_on) where undone_at is null;

-- why, and what it taught, in one line; the newest holds
create table loss_line (
  branch_id integer not null,
  id uuid not null,
  loss_id uuid not null,
  reason text not null,
  line text not null check (line <> ''),
  written_by uuid not null,
  written_at timestamptz not null,
  primary key (branch_id, id),
  foreign key (branch_id, loss_id) references customer_loss (branch_id, id),
  foreign key (branch_id, written_by) references staff (branch_id, id)
);
create index loss_line_of_loss on loss_line (branch_id, loss_id, written_at);

-- what a talk with a customer who had left came to [R-16]
create table return_talk (
  branch_id integer not null,
  id uuid not null,
  loss_id uuid not null,
  -- the contact on the timeline
  touch_id uuid not null,
  on_day date not null,
  result text not null check (result in ('unreached', 'no', 'later', 'back')),
  ask_again_on date check (result = 'later' or ask_again_on is null),
  noted_by uuid not null,
  noted_at timestamptz not null,
  primary key (branch_id, id),
  foreign key (branch_id, loss_id) references customer_loss (branch_id, id),
  foreign key (branch_id, noted_by) references staff (branch_id, id)
);
create index return_talk_of_loss on return_talk (branch_id, loss_id);
create index return_talk_of_touch on return_talk (branch_id, touch_id);

-- the loss a task is about
alter table task add column loss_id uuid;
create index task_of_loss on task (branch_id, loss_id) where loss_id is not null;

-- how far a branch goes to keep somebody, and whose law it is under; the newest edition holds [R-09, R-22]
create table retention_guard (
  branch_id integer not null references branch (id),
  version integer not null,
  setting jsonb not null,
  set_by uuid not null,
  set_at timestamptz not null,
  primary key (branch_id, version),
  foreign key (branch_id, set_by) references staff (branch_id, id)
);

-- a member of staff who goes: each of their customers passes to somebody, is told and is seen again [R-17]
create table departure (
  branch_id integer not null references branch (id),
  id uuid not null,
  staff_id uuid not null,
  left_on date not null,
  started_by uuid not null,
  started_at timestamptz not null,
  primary key (branch_id, id),
  foreign key (branch_id, staff_id) references staff (branch_id, id),
  foreign key (branch_id, started_by) references staff (branch_id, id)
);
create index departure_of_staff on departure (branch_id, staff_id);

create table departure_customer (
  branch_id integer not null,
  departure_id uuid not null,
  customer_id uuid not null,
  -- who had them as a backup on the day, and who took them
  backup_id uuid,
  taken_by uuid not null,
  paid12_fen bigint not null,
  -- ids of the promises that were open on the day
  promises jsonb not null default '[]',
  card_read_by uuid,
  card_read_at timestamptz,
  primary key (branch_id, departure_id, customer_id),
  foreign key (branch_id, departure_id) references departure (branch_id, id),
  foreign key (branch_id, customer_id) references customer (branch_id, id),
  foreign key (branch_id, taken_by) references staff (branch_id, id)
);
create index departure_customer_of_customer on departure_customer (branch_id, customer_id);

-- one of the four ways to care, done and put in a line [R-23]
create table care_act (
  branch_id integer not null,
  id uuid not null,
  customer_id uuid not null,
  kind text not null check (kind in ('understand', 'need', 'solve', 'represent')),
  line text not null check (line <> ''),
  -- what standing up for them led to; and the promise that was in the words
  result text,
  promise_id uuid,
  done_by uuid not null,
  done_at timestamptz not null,
  primary key (branch_id, id),
  foreign key (branch_id, customer_id) references customer (branch_id, id),
  foreign key (branch_id, done_by) references staff (branch_id, id)
);
create index care_act_of_customer on care_act (branch_id, customer_id, done_at);

-- a customer's thanks as they were said, with those who earned them [R-27]
create table thanks (
  branch_id integer not null,
  id uuid not null,
  customer_id uuid not null,
  words text not null check (words <> ''),
  said_on date not null,
  noted_by uuid not null,
  noted_at timestamptz not null,
  primary key (branch_id, id),
  foreign key (branch_id, customer_id) references customer (branch_id, id),
  foreign key (branch_id, noted_by) references staff (branch_id, id)
);
create index thanks_of_customer on thanks (branch_id, customer_id, said_on);

create table thanks_to (
  branch_id integer not null,
  thanks_id uuid not null,
  staff_id uuid not null,
  seen_at timestamptz,
  primary key (branch_id, thanks_id, staff_id),
  foreign key (branch_id, thanks_id) references thanks (branch_id, id),
  foreign key (branch_id, staff_id) references staff (branch_id, id)
);
create index thanks_to_staff on thanks_to (branch_id, staff_id);

-- a line of thanks of one's own, for oneself or sent to a colleague [R-27]
create table gratitude (
  branch_id integer not null,
  id uuid not null,
  staff_id uuid not null,
  to_id uuid,
  line text not null check (line <> ''),
  written_at timestamptz not null,
  primary key (branch_id, id),
  foreign key (branch_id, staff_id) references staff (branch_id, id),
  foreign key (branch_id, to_id) references staff (branch_id, id)
);
create index gratitude_of_staff on gratitude (branch_id, staff_id, written_at);
create index gratitude_to_staff on gratitude (branch_id, to_id, written_at) where to_id is not null;

-- what a contact took out of somebody, for their own eyes: nothing else reads this table [R-26]
create table strain (
  branch_id integer not null,
  staff_id uuid not null,
  run_id uuid not null,
  level smallint not null check (level between 1 and 3),
  noted_at timestamptz not null,
  primary key (branch_id, staff_id, run_id),
  foreign key (branch_id, staff_id) references staff (branch_id, id)
);

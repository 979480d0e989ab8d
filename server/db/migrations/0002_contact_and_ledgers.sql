-- playbooks are content: stored once by hash, cited by runs, never changed
create table playbook (
  hash text collate "C" primary key,
  key text collate "C" not null,
  version integer not null,
  definition jsonb not null,
  loaded_at timestamptz not null
);

create table run (
  branch_id integer not null,
  id uuid not null,
  customer_id uuid not null,
  contact_person_id uuid,
  staff_id uuid not null,
  playbook_hash text collate "C" not null references playbook (hash),
  direction text not null check (direction in ('inbound', 'outbound')),
  -- what brought it up on Today, kept for the record
  occasion jsonb,
  started_at timestamptz not null,
  finished_at timestamptz,
  last_seq integer not null default 0,
  primary key (branch_id, id),
  foreign key (branch_id, customer_id) references customer (branch_id, id),
  foreign key (branch_id, staff_id) references staff (branch_id, id)
);
create index run_open on run (branch_id, staff_id) where finished_at is null;

create table run_event (
  branch_id integer not null,
  run_id uuid not null,
  -- the writer's own id: the same event sent twice is one event
  id uuid not null,
  seq integer not null,
  at timestamptz not null,
  received_at timestamptz not null,
  actor_id uuid not null,
  kind text not null,
  payload jsonb not null,
  late boolean not null default false,
  primary key (branch_id, run_id, id),
  unique (branch_id, run_id, seq),
  foreign key (branch_id, run_id) references run (branch_id, id)
);

-- how often someone has used a playbook: its script lines fold away as skill grows
create table playbook_skill (
  branch_id integer not null,
  staff_id uuid not null,
  playbook_key text collate "C" not null,
  uses integer not null default 0,
  primary key (branch_id, staff_id, playbook_key),
  foreign key (branch_id, staff_id) references staff (branch_id, id)
);

create table touch (
  branch_id integer not null,
  id uuid not null,
  customer_id uuid not null,
  contact_person_id uuid,
  staff_id uuid not null,
  run_id uuid,
  import_id uuid,
  channel text not null check (channel in ('call', 'visit', 'hall', 'lounge', 'hotline', 'message', 'mail', 'event')),
  direction text not null check (direction in ('active', 'passive')),
  purpose text not null check (purpose in ('service', 'care', 'sales', 'survey', 'retention', 'complaint')),
  -- null for anything but an outbound try; only 'reached' counts as a contact
  outcome text check (outcome in ('reached', 'no_answer', 'off', 'busy', 'refused', 'wrong_person', 'empty_number')),
  reached boolean not null,
  at timestamptz not null,
  minutes integer,
  -- the customer's own words, and ours
  said text,
  note text,
  primary key (branch_id, id),
  foreign key (branch_id, customer_id) references customer (branch_id, id),
  foreign key (branch_id, contact_person_id) references contact_person (branch_id, id),
  foreign key (branch_id, staff_id) references staff (branch_id, id)
);
create index touch_by_customer on touch (branch_id, customer_id, at desc);
create index touch_by_staff on touch (branch_id, staff_id, at desc);

create table promise (
  branch_id integer not null,
  id uuid not null,
  customer_id uuid not null,
  to_person_id uuid,
  touch_id uuid,
  run_id uuid,
  what text not null,
  kind text not null default 'other',
  due_at timestamptz not null,
  -- due beyond the published working calendar
  provisional boolean not null default false,
  made_at timestamptz not null,
  made_by uuid not null,
  owner_id uuid not null,
  state text not null default 'open' check (state in ('open', 'kept', 'broken', 'withdrawn')),
  settled_at timestamptz,
  -- when the customer was told how it stands
  told_at timestamptz,
  -- the story so far: [{at, actorId, move, note}]
  history jsonb not null default '[]',
  version integer not null default 1,
  primary key (branch_id, id),
  foreign key (branch_id, customer_id) references customer (branch_id, id),
  foreign key (branch_id, to_person_id) references contact_person (branch_id, id),
  foreign key (branch_id, made_by) references staff (branch_id, id),
  foreign key (branch_id, owner_id) references staff (branch_id, id)
);
create index promise_by_customer on promise (branch_id, customer_id, due_at);
create index promise_open on promise (branch_id, owner_id, due_at) where state = 'open';
create index promise_settled on promise (branch_id, made_at);

create table expectation (
  branch_id integer not null,
  id uuid not null,
  customer_id uuid not null,
  said_by uuid,
  touch_id uuid,
  run_id uuid,
  what text not null,
  nature text not null default 'factual' check (nature in ('factual', 'emotional', 'heard')),
  rank integer not null,
  can text check (can in ('can', 'partly', 'cannot')),
  state text not null default 'open' check (state in ('open', 'resetting', 'agreed', 'explained', 'met', 'closed')),
  agreed_wording text,
  said_on date not null,
  noted_by uuid not null,
  -- rounds of lower, reset, reach: [{at, actorId, move, wording, reply}]
  history jsonb not null default '[]',
  updated_at timestamptz not null,
  version integer not null default 1,
  primary key (branch_id, id),
  foreign key (branch_id, customer_id) references customer (branch_id, id),
  foreign key (branch_id, said_by) references contact_person (branch_id, id),
  foreign key (branch_id, noted_by) references staff (branch_id, id)
);
create index expectation_by_customer on expectation (branch_id, customer_id, rank);

create table service_case (
  branch_id integer not null,
  id uuid not null,
  code text collate "C" not null,
  customer_id uuid,
  touch_id uuid,
  kind text not null check (kind in ('request', 'complaint')),
  what text not null,
  owner_id uuid not null,
  opened_at timestamptz not null,
  due_at timestamptz not null,
  answered_at timestamptz,
  answer text,
  closed_at timestamptz,
  -- asked apart from closing: how it felt, in the customer's words
  felt text,
  asked_at timestamptz,
  version integer not null default 1,
  primary key (branch_id, id),
  unique (branch_id, code),
  foreign key (branch_id, customer_id) references customer (branch_id, id),
  foreign key (branch_id, owner_id) references staff (branch_id, id)
);
create index service_case_by_customer on service_case (branch_id, customer_id);
create index service_case_open on service_case (branch_id, owner_id) where closed_at is null;

-- something asked of a colleague or of a light collaborator, who sees this and no dossier
create table hand_over (
  branch_id integer not null,
  id uuid not null,
  customer_id uuid,
  promise_id uuid,
  from_id uuid not null,
  to_id uuid not null,
  what text not null,
  due_at timestamptz not null,
  state text not null default 'asked' check (state in ('asked', 'accepted', 'answered', 'declined', 'withdrawn')),
  answer text,
  asked_at timestamptz not null,
  accepted_at timestamptz,
  answered_at timestamptz,
  version integer not null default 1,
  primary key (branch_id, id),
  foreign key (branch_id, customer_id) references customer (branch_id, id),
  foreign key (branch_id, promise_id) references promise (branch_id, id),
  foreign key (branch_id, from_id) references staff (branch_id, id),
  foreign key (branch_id, to_id) references staff (branch_id, id)
);
create index hand_over_to on hand_over (branch_id, to_id, due_at);
create index hand_over_from on hand_over (branch_id, from_id, asked_at);

-- what someone decided about a row of Today
create table worklist_decision (
  branch_id integer not null,
  id uuid not null,
  staff_id uuid not null,
  customer_id uuid not null,
  occasion text not null,
  decision text not null check (decision in ('snoozed', 'done', 'handed_over')),
  reason text,
  until timestamptz,
  to_id uuid,
  at timestamptz not null,
  undone_at timestamptz,
  primary key (branch_id, id),
  foreign key (branch_id, staff_id) references staff (branch_id, id),
  foreign key (branch_id, customer_id) references customer (branch_id, id)
);
create index worklist_decision_recent on worklist_decision (branch_id, staff_id, at desc);

-- a retention campaign that holds out a random share of its customers, so that what it causes can be measured
create table campaign (
  branch_id integer not null references branch (id),
  id uuid not null,
  unit_id uuid not null,
  title text not null,
  -- what it is to achieve, and what may be offered
  aim text not null,
  offer text not null default '',
  playbook_key text collate "C" not null,
  -- what one contact with its offer costs, in fen
  cost_each_fen bigint not null default 0 check (cost_each_fen >= 0),
  -- whom it is about: filters of the customer list, a frozen list, and the name it goes by
  audience jsonb not null,
  -- drawn once; with the id of a customer it says the arm
  seed text not null,
  share double precision not null check (share > 0 and share < 1),
  contact_until date not null,
  -- the outcome: still there at the end of this month, as YYYYMM
  stay_month integer not null check (stay_month between 190001 and 299912),
  read_on date not null,
  state text not null default 'draft' check (state in ('draft', 'running', 'stopped', 'dropped')),
  started_at timestamptz,
  -- whom contact is shown to harm: what was learnt, or why nothing could be
  lesson jsonb,
  learnt_at timestamptz,
  lesson_job_id uuid,
  set_by uuid not null,
  set_at timestamptz not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  primary key (branch_id, id),
  foreign key (branch_id, unit_id) references unit (branch_id, id),
  foreign key (branch_id, set_by) references staff (branch_id, id)
);

-- everybody of a campaign since its start, in the arm the seed gave
create table campaign_customer (
  branch_id integer not null,
  campaign_id uuid not null,
  customer_id uuid not null,
  arm text not null check (arm in ('contacted', 'heldOut')),
  primary key (branch_id, campaign_id, customer_id),
  foreign key (branch_id, campaign_id) references campaign (branch_id, id),
  foreign key (branch_id, customer_id) references customer (branch_id, id)
);
create index campaign_of_customer on campaign_customer (branch_id, customer_id);

-- customers whom the contact of a campaign is shown to harm, left in peace for a while
create table undisturbed (
  branch_id integer not null,
  campaign_id uuid not null,
  customer_id uuid not null,
  -- what contact is expected to change in the chance to stay, below 0
  uplift double precision not null,
  until date not null,
  lifted_by uuid,
  lifted_at timestamptz,
  lifted_reason text,
  primary key (branch_id, campaign_id, customer_id),
  foreign key (branch_id, campaign_id) references campaign (branch_id, id),
  foreign key (branch_id, customer_id) references customer (branch_id, id)
);
create index undisturbed_customer on undisturbed (branch_id, customer_id);

-- the campaign a task is for, and the one a contact was made for
alter table task add column campaign_id uuid;
create index task_of_campaign on task (branch_id, campaign_id) where campaign_id is not null;
alter table run add column campaign_id uuid;
create index run_of_campaign on run (branch_id, campaign_id) where campaign_id is not null;

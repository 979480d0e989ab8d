-- a customer who may leave, from the signal to what was learnt [R-14]; what stands here is read from the events of the case
create table retention_case (
  branch_id integer not null,
  id uuid not null,
  customer_id uuid not null,
  stage text not null check (stage in
    ('signalled', 'dispatched', 'understanding', 'offering', 'settled', 'following', 'learning', 'closed')),
  owner_id uuid,
  signal text not null check (signal in ('model', 'rule', 'colleague', 'customer')),
  at_risk_fen bigint,
  -- what it waits for first from its owner, and from a lead, and by when
  next_kind text,
  next_due timestamptz,
  lead_kind text check (lead_kind in ('dispatch', 'approve')),
  lead_due timestamptz,
  outcome text check (outcome in ('stayed', 'smaller', 'left')),
  opened_at timestamptz not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  primary key (branch_id, id),
  foreign key (branch_id, customer_id) references customer (branch_id, id),
  foreign key (branch_id, owner_id) references staff (branch_id, id)
);
-- one at a time with a customer
create unique index retention_case_open on retention_case (branch_id, customer_id) where stage <> 'closed';
create index retention_case_of_customer on retention_case (branch_id, customer_id);
create index retention_case_of_owner on retention_case (branch_id, owner_id) where stage <> 'closed';

-- what happened in it, never changed; the same event sent twice is one
create table retention_event (
  branch_id integer not null,
  id uuid not null,
  case_id uuid not null,
  customer_id uuid not null,
  sequence integer not null,
  at timestamptz not null,
  actor_id uuid not null,
  happening jsonb not null,
  primary key (branch_id, id),
  unique (branch_id, case_id, sequence),
  foreign key (branch_id, case_id) references retention_case (branch_id, id),
  foreign key (branch_id, actor_id) references staff (branch_id, id)
);
create index retention_event_of_customer on retention_event (branch_id, customer_id);
create index retention_event_of_actor on retention_event (branch_id, actor_id, at);

-- what was offered in it and what became of the customer, read from the events: budgets and success are counted here
create table retention_offering (
  branch_id integer not null,
  case_id uuid not null,
  id uuid not null,
  offer_key text not null,
  way text not null check (way in ('advantage', 'care', 'bundle', 'fit', 'addition', 'service')),
  kind text not null check (kind in ('person', 'group', 'outlet')),
  tier text,
  sensitivity text check (sensitivity in ('safety', 'price', 'service', 'brand')),
  cost_fen bigint not null,
  -- on whose word it was given and when; null while nothing is given
  given_by uuid,
  given_at timestamptz,
  made boolean not null,
  -- null until the follow-up
  stayed boolean,
  primary key (branch_id, case_id, id),
  foreign key (branch_id, case_id) references retention_case (branch_id, id)
);
create index retention_offering_given on retention_offering (branch_id, given_by, given_at) where given_by is not null;

-- offers as the packs' files have them [R-08]
create table pack_offer (
  pack text collate "C" not null,
  key text collate "C" not null,
  definition jsonb not null,
  loaded_at timestamptz not null,
  primary key (key)
);

-- an offer a branch has put in the place of a pack's, or made itself
create table branch_offer (
  branch_id integer not null references branch (id),
  key text collate "C" not null,
  definition jsonb not null,
  set_by uuid not null,
  set_at timestamptz not null,
  version integer not null default 1,
  primary key (branch_id, key),
  foreign key (branch_id, set_by) references staff (branch_id, id)
);

-- what a branch may give, what leads for whom and how one leaves, each setting after the other; without a row the usual holds
create table retention_rule (
  branch_id integer not null references branch (id),
  version integer not null,
  value jsonb not null,
  set_by uuid not null,
  set_at timestamptz not null,
  primary key (branch_id, version),
  foreign key (branch_id, set_by) references staff (branch_id, id)
);

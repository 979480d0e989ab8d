-- months are integers like 202611: small, ordered, readable

create table import (
  branch_id integer not null references branch (id),
  id uuid not null,
  target text not null check (target in ('customer', 'bill', 'order', 'touch', 'attribute')),
  file_name text not null,
  file_sha256 text not null,
  mapping jsonb not null,
  mode text not null check (mode in ('create', 'update', 'both')),
  dry_run boolean not null default false,
  state text not null check (state in ('waiting', 'running', 'done', 'cancelled', 'failed', 'undoing', 'undone')),
  rows_total integer,
  rows_read integer not null default 0,
  created integer not null default 0,
  updated integer not null default 0,
  unchanged integer not null default 0,
  rejected integer not null default 0,
  problem jsonb,
  actor_id uuid not null,
  asked_at timestamptz not null,
  finished_at timestamptz,
  undone jsonb,
  primary key (branch_id, id),
  foreign key (branch_id, actor_id) references staff (branch_id, id)
);

-- what an import wrote, so that undo restores only what still holds it
create table import_effect (
  branch_id integer not null,
  import_id uuid not null,
  entity text collate "C" not null,
  entity_key text collate "C" not null,
  row_number integer not null,
  before jsonb,
  written jsonb not null,
  primary key (branch_id, import_id, entity, entity_key),
  foreign key (branch_id, import_id) references import (branch_id, id)
);

create table import_reject (
  branch_id integer not null,
  import_id uuid not null,
  row_number integer not null,
  cells jsonb not null,
  problems jsonb not null,
  primary key (branch_id, import_id, row_number),
  foreign key (branch_id, import_id) references import (branch_id, id)
);

create table import_template (
  branch_id integer not null references branch (id),
  id uuid not null,
  name text not null,
  target text collate "C" not null,
  fingerprint text collate "C" not null,
  mapping jsonb not null,
  owner_id uuid not null,
  updated_at timestamptz not null,
  primary key (branch_id, id),
  unique (branch_id, target, fingerprint),
  foreign key (branch_id, owner_id) references staff (branch_id, id)
);

create table bill (
  branch_id integer not null,
  customer_id uuid not null,
  month integer not null check (month between 190001 and 299912),
  kind text collate "C" not null default 'total',
  amount_fen bigint not null,
  import_id uuid,
  primary key (branch_id, customer_id, month, kind),
  foreign key (branch_id, customer_id) references customer (branch_id, id)
);

create table usage (
  branch_id integer not null,
  customer_id uuid not null,
  month integer not null check (month between 190001 and 299912),
  kind text collate "C" not null,
  quantity double precision not null,
  import_id uuid,
  primary key (branch_id, customer_id, month, kind),
  foreign key (branch_id, customer_id) references customer (branch_id, id)
);

create table outlet_order (
  branch_id integer not null,
  id uuid not null,
  customer_id uuid not null,
  ordered_on date not null,
  delivered_on date,
  product text not null,
  quantity integer not null,
  amount_fen bigint,
  import_id uuid,
  primary key (branch_id, id),
  foreign key (branch_id, customer_id) references customer (branch_id, id)
);
create index outlet_order_by_customer on outlet_order (branch_id, customer_id, ordered_on desc);

-- imported attributes as they stood on a day, and the label (left or stayed) where the file has one
create table attribute_snapshot (
  branch_id integer not null,
  customer_id uuid not null,
  as_of date not null,
  attributes jsonb not null,
  left_later boolean,
  import_id uuid,
  primary key (branch_id, customer_id, as_of),
  foreign key (branch_id, customer_id) references customer (branch_id, id)
);

create table tier_rule (
  branch_id integer not null references branch (id),
  version integer not null,
  definition jsonb not null,
  actor_id uuid,
  since timestamptz not null,
  primary key (branch_id, version)
);

create table churn_model (
  branch_id integer not null references branch (id),
  id uuid not null,
  definition jsonb not null,
  metrics jsonb not null,
  alarms jsonb not null default '[]',
  rows integer not null,
  positives integer not null,
  active boolean not null,
  trained_at timestamptz not null,
  trained_by uuid,
  primary key (branch_id, id)
);

-- one row a customer and month, appended by the monthly run; lists read the newest
create table standing (
  branch_id integer not null,
  month integer not null,
  customer_id uuid not null,
  -- sum of the last twelve months' bills; null where there are none
  paid12_fen bigint,
  months_billed smallint not null default 0,
  rank integer,
  -- share of same-kind customers paying at least as much, 0..1
  top_share real,
  tier text collate "C",
  -- probability of leaving, 0..1, where a model was trained; points where only signals are known
  risk real,
  signal_points smallint,
  band text check (band in ('low', 'raised', 'high')),
  at_risk_fen bigint,
  reasons jsonb not null default '[]',
  model_id uuid,
  primary key (branch_id, month, customer_id),
  foreign key (branch_id, customer_id) references customer (branch_id, id)
);
create index standing_by_rank on standing (branch_id, month, rank);
create index standing_of_customer on standing (branch_id, customer_id, month desc);

create table standing_month (
  branch_id integer not null references branch (id),
  month integer not null,
  computed_at timestamptz not null,
  rule_version integer not null,
  stale boolean not null default false,
  -- customers and sums per kind and tier, the concentration curve, movement since the month before
  summary jsonb not null,
  primary key (branch_id, month)
);

create table frozen_list (
  branch_id integer not null references branch (id),
  id uuid not null,
  name text not null,
  month integer not null,
  filter jsonb not null,
  actor_id uuid not null,
  frozen_at timestamptz not null,
  primary key (branch_id, id)
);

create table frozen_member (
  branch_id integer not null,
  list_id uuid not null,
  customer_id uuid not null,
  base_fen bigint not null,
  tier text collate "C",
  primary key (branch_id, list_id, customer_id),
  foreign key (branch_id, list_id) references frozen_list (branch_id, id),
  foreign key (branch_id, customer_id) references customer (branch_id, id)
);

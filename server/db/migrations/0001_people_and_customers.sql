-- Every business table is led by branch_id: the tenant, and one day the distribution column.
-- Text that is compared or ordered is collate "C", so that every engine gives the same order and cursor.

create table branch (
  id integer primary key,
  name text not null,
  time_zone text not null default 'Asia/Shanghai',
  -- the demo's fixed day; null means the real clock
  as_of date,
  -- the demo offers its accounts at sign-in; null everywhere else
  demo_password text,
  created_at timestamptz not null
);

-- people ---------------------------------------------------------------------------------------------------------

create table unit (
  branch_id integer not null references branch (id),
  id uuid not null,
  code text collate "C" not null,
  name text not null,
  parent_id uuid,
  primary key (branch_id, id),
  unique (branch_id, code),
  foreign key (branch_id, parent_id) references unit (branch_id, id)
);

create table staff (
  branch_id integer not null references branch (id),
  id uuid not null,
  code text collate "C" not null,
  name text not null,
  name_sort text collate "C" not null,
  short_name text not null,
  -- one person may hold several; the widest grant counts
  roles text[] not null check (roles <@ array['manager', 'vip_desk', 'lead', 'trainer', 'admin', 'collaborator']),
  unit_id uuid not null,
  seat text,
  active boolean not null default true,
  -- made by the sign-in library in its own schema; no foreign key, the two may live on different machines
  auth_user_id text collate "C",
  -- for quick unlock of a shared office PC; null until the person chooses one
  pin_hash text,
  version integer not null default 1,
  primary key (branch_id, id),
  unique (branch_id, code),
  unique (branch_id, auth_user_id),
  foreign key (branch_id, unit_id) references unit (branch_id, id)
);

-- a signed-in seat; a locked one keeps its drafts and asks for the PIN
create table seat_session (
  branch_id integer not null,
  session_id text collate "C" not null,
  staff_id uuid not null,
  locked boolean not null default false,
  primary key (branch_id, session_id),
  foreign key (branch_id, staff_id) references staff (branch_id, id)
);
create index staff_by_sign_in on staff (auth_user_id);

create table absence (
  branch_id integer not null,
  id uuid not null,
  staff_id uuid not null,
  from_day date not null,
  to_day date not null check (to_day >= from_day),
  kind text not null check (kind in ('leave', 'shift', 'training')),
  primary key (branch_id, id),
  foreign key (branch_id, staff_id) references staff (branch_id, id)
);

-- customers ------------------------------------------------------------------------------------------------------

create table customer (
  branch_id integer not null references branch (id),
  id uuid not null,
  code text collate "C" not null,
  kind text not null check (kind in ('person', 'group', 'outlet')),
  name text not null,
  -- pinyin order and folded search text, both made in TypeScript
  name_sort text collate "C" not null,
  name_folded text collate "C" not null,
  name_reading text,
  address_form text,
  manager_id uuid,
  backup_id uuid,
  unit_id uuid,
  since date,
  official_level text,
  official_points integer,
  -- every other field of domain/customer/dossier.ts, by its key
  dossier jsonb not null default '{}',
  last_touch_at timestamptz,
  merged_into uuid,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (branch_id, id),
  unique (branch_id, code),
  foreign key (branch_id, manager_id) references staff (branch_id, id),
  foreign key (branch_id, backup_id) references staff (branch_id, id),
  foreign key (branch_id, unit_id) references unit (branch_id, id),
  foreign key (branch_id, merged_into) references customer (branch_id, id)
);
create index customer_by_manager on customer (branch_id, manager_id, name_sort, id) where merged_into is null;
create index customer_by_backup on customer (branch_id, backup_id, name_sort, id) where merged_into is null;
create index customer_by_unit on customer (branch_id, unit_id, name_sort, id) where merged_into is null;
create index customer_by_name on customer (branch_id, name_sort, id) where merged_into is null;

-- single characters and pairs of them: two Chinese characters are a common search, and trigrams find nothing in them
create function name_pieces(folded text) returns text[] language sql immutable strict parallel safe as $$
  select coalesce(array_agg(distinct substr(folded, i, n)), '{}')
  from generate_series(1, length(folded)) as i, generate_series(1, 2) as n
  where i + n - 1 <= length(folded)
$$;
create index customer_name_pieces on customer using gin (name_pieces(name_folded));

-- exact and prefix look-ups: pinyin initials (every reading), reversed phone digits (a tail is a prefix), codes
create table customer_key (
  branch_id integer not null,
  kind text collate "C" not null check (kind in ('initials', 'spelling', 'phone_tail')),
  key text collate "C" not null,
  customer_id uuid not null,
  primary key (branch_id, kind, key, customer_id),
  foreign key (branch_id, customer_id) references customer (branch_id, id) on delete cascade
);
create index customer_key_by_customer on customer_key (branch_id, customer_id);

create table contact_person (
  branch_id integer not null,
  id uuid not null,
  customer_id uuid not null,
  name text not null,
  name_sort text collate "C" not null,
  name_reading text,
  address_form text,
  title text,
  department text,
  decision_role text check (decision_role in ('initiator', 'evaluator', 'gatekeeper', 'purchaser', 'decider')),
  relationship text check (relationship in ('loose', 'familiar', 'close')),
  phone text,
  birthday jsonb,
  note text,
  last_met_on date,
  version integer not null default 1,
  removed_at timestamptz,
  primary key (branch_id, id),
  foreign key (branch_id, customer_id) references customer (branch_id, id)
);
create index contact_person_by_customer on contact_person (branch_id, customer_id);

-- a number, card, line or employee under a customer; the holder signs, the user carries it
create table member (
  branch_id integer not null,
  id uuid not null,
  customer_id uuid not null,
  kind text not null check (kind in ('mobile', 'broadband', 'line', 'card', 'employee')),
  number text,
  holder_name text,
  user_name text,
  product text,
  monthly_fee_fen bigint,
  main boolean not null default false,
  status text not null default 'active' check (status in ('active', 'silent', 'stopped', 'left')),
  contract_until date,
  version integer not null default 1,
  primary key (branch_id, id),
  foreign key (branch_id, customer_id) references customer (branch_id, id)
);
create index member_by_customer on member (branch_id, customer_id);

-- a product in use or in question, with the customer's stage of experience and the answers that showed it [K-16]
create table holding (
  branch_id integer not null,
  id uuid not null,
  customer_id uuid not null,
  product text not null,
  note text,
  monthly_fee_fen bigint,
  until date,
  stage text check (stage in ('awareness', 'knowledge', 'inclination', 'use', 'loyalty')),
  answers jsonb not null default '{}',
  version integer not null default 1,
  primary key (branch_id, id),
  foreign key (branch_id, customer_id) references customer (branch_id, id)
);
create index holding_by_customer on holding (branch_id, customer_id);

create table sighting (
  branch_id integer not null,
  id uuid not null,
  customer_id uuid not null,
  seen_on date not null,
  competitor text,
  source text not null,
  what text not null,
  noted_by uuid not null,
  primary key (branch_id, id),
  foreign key (branch_id, customer_id) references customer (branch_id, id),
  foreign key (branch_id, noted_by) references staff (branch_id, id)
);
create index sighting_by_customer on sighting (branch_id, customer_id, seen_on);

create table small_wish (
  branch_id integer not null,
  id uuid not null,
  customer_id uuid not null,
  what text not null,
  said_on date not null,
  done_on date,
  primary key (branch_id, id),
  foreign key (branch_id, customer_id) references customer (branch_id, id)
);
create index small_wish_by_customer on small_wish (branch_id, customer_id);

create table consent (
  branch_id integer not null,
  customer_id uuid not null,
  purpose text collate "C" not null check (purpose in ('service', 'care', 'sales', 'survey', 'any')),
  state text not null check (state in ('given', 'refused')),
  since date not null,
  until date,
  source text not null,
  primary key (branch_id, customer_id, purpose),
  foreign key (branch_id, customer_id) references customer (branch_id, id)
);

create table customer_merge (
  branch_id integer not null,
  id uuid not null,
  kept_id uuid not null,
  gone_id uuid not null,
  moved jsonb not null,
  actor_id uuid not null,
  merged_at timestamptz not null,
  undone_at timestamptz,
  primary key (branch_id, id),
  foreign key (branch_id, kept_id) references customer (branch_id, id),
  foreign key (branch_id, gone_id) references customer (branch_id, id),
  foreign key (branch_id, actor_id) references staff (branch_id, id)
);

create table saved_view (
  branch_id integer not null,
  id uuid not null,
  owner_id uuid not null,
  screen text not null,
  name text not null,
  shared boolean not null default false,
  definition jsonb not null,
  primary key (branch_id, id),
  foreign key (branch_id, owner_id) references staff (branch_id, id)
);

-- what happened, in the same transaction as the change itself ---------------------------------------------------------

create table audit_event (
  branch_id integer not null,
  id uuid not null,
  at timestamptz not null,
  actor_id uuid,
  action text not null,
  entity text not null,
  entity_id uuid,
  customer_id uuid,
  -- the entity's version after the change; field history and three-way merging read it
  version integer,
  changes jsonb,
  params jsonb not null default '{}',
  primary key (branch_id, id)
);
create index audit_event_by_entity on audit_event (branch_id, entity_id, version);
create index audit_event_by_customer on audit_event (branch_id, customer_id, at);

-- a job to be started, written with the change that asks for it; the relay hands it to the queue
create table outbox (
  branch_id integer not null,
  id uuid not null,
  job text not null,
  payload jsonb not null,
  created_at timestamptz not null,
  sent_at timestamptz,
  primary key (branch_id, id)
);
create index outbox_waiting on outbox (created_at) where sent_at is null;

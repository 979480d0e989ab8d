-- read from a pack's file; else written in the browser, and in force only where a branch chose it
alter table playbook add column from_file boolean not null default true;

-- a playbook as somebody of the branch is writing it; it may still lack words
create table playbook_draft (
  branch_id integer not null,
  key text collate "C" not null,
  body jsonb not null,
  -- places two people wrote at once, with both wordings, until somebody chooses
  clashes jsonb not null default '[]',
  pack text collate "C" not null,
  version integer not null default 1,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (branch_id, key),
  foreign key (branch_id, changed_by) references staff (branch_id, id)
);

-- what a branch has published, one after the other; runs cite the hash, so nothing here ever changes
create table playbook_edition (
  branch_id integer not null,
  key text collate "C" not null,
  version integer not null,
  hash text collate "C" not null references playbook (hash),
  pack text collate "C" not null,
  published_by uuid not null,
  published_at timestamptz not null,
  primary key (branch_id, key, version),
  foreign key (branch_id, published_by) references staff (branch_id, id)
);

-- what a branch uses instead of the pack's own file: an edition, or nothing at all
create table playbook_choice (
  branch_id integer not null,
  key text collate "C" not null,
  -- null: the playbook is not used
  hash text collate "C" references playbook (hash),
  pack text collate "C" not null,
  -- the file's hash when this was chosen; another one since means that the pack has something newer to look at
  file_hash text collate "C",
  chosen_by uuid not null,
  chosen_at timestamptz not null,
  primary key (branch_id, key),
  foreign key (branch_id, chosen_by) references staff (branch_id, id)
);

-- a pack that came as a file, for this branch alone
create table branch_pack (
  branch_id integer not null,
  id text collate "C" not null,
  about jsonb not null,
  imported_by uuid not null,
  imported_at timestamptz not null,
  primary key (branch_id, id),
  foreign key (branch_id, imported_by) references staff (branch_id, id)
);

-- the check lists of the packs, as they were read last [S-24]
create table checklist (
  id text collate "C" primary key,
  pack text collate "C" not null,
  definition jsonb not null,
  loaded_at timestamptz not null
);

-- a look at oneself before leaving or at the customer's door; only whoever took it ever reads it
create table self_check (
  branch_id integer not null,
  id uuid not null,
  staff_id uuid not null,
  checklist text collate "C" not null references checklist (id),
  wear text collate "C" not null check (wear in ('all', 'women', 'men')),
  place text collate "C" not null check (place in ('leaving', 'door')),
  -- pairs that were not in order, as group.pair
  exceptions text[] not null,
  done_at timestamptz not null,
  primary key (branch_id, id),
  foreign key (branch_id, staff_id) references staff (branch_id, id)
);
create index self_check_own on self_check (branch_id, staff_id, done_at desc);

-- what a lead saw of a colleague's bearing on a visit: it belongs to the colleague
create table bearing_sheet (
  branch_id integer not null,
  id uuid not null,
  observer_id uuid not null,
  observed_id uuid not null,
  checklist text collate "C" not null references checklist (id),
  wear text collate "C" not null check (wear in ('all', 'women', 'men')),
  seen_on date not null,
  -- what was looked at, as group.pair: do or dont
  seen jsonb not null,
  note text not null default '',
  given_at timestamptz not null,
  -- when the colleague first opened it
  read_at timestamptz,
  primary key (branch_id, id),
  foreign key (branch_id, observer_id) references staff (branch_id, id),
  foreign key (branch_id, observed_id) references staff (branch_id, id)
);
create index bearing_sheet_observed on bearing_sheet (branch_id, observed_id, given_at desc);
create index bearing_sheet_observer on bearing_sheet (branch_id, observer_id, given_at desc);

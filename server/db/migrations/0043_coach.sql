-- a branch's own rule of wording: the draft a lead works on; what is in force is its newest edition, unless withdrawn
create table coach_rule (
  branch_id integer not null references branch (id),
  id uuid not null,
  draft jsonb not null,
  withdrawn_at timestamptz,
  changed_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  primary key (branch_id, id),
  foreign key (branch_id, changed_by) references staff (branch_id, id)
);

-- as it was published: kept for good
create table coach_rule_edition (
  branch_id integer not null,
  rule_id uuid not null,
  edition integer not null,
  definition jsonb not null,
  published_by uuid not null,
  published_at timestamptz not null,
  primary key (branch_id, rule_id, edition),
  foreign key (branch_id, rule_id) references coach_rule (branch_id, id),
  foreign key (branch_id, published_by) references staff (branch_id, id)
);

-- what somebody was marked for: theirs, and read by nobody else
create table coach_hit (
  branch_id integer not null,
  staff_id uuid not null,
  id uuid not null,
  rule text collate "C" not null,
  ended text collate "C" not null check (ended in ('taken', 'waved', 'rewritten', 'left')),
  at timestamptz not null,
  primary key (branch_id, staff_id, id),
  foreign key (branch_id, staff_id) references staff (branch_id, id)
);

-- how often a rule fired in a month, without persons, days or words: what a lead reads [H-42]
create table coach_rule_month (
  branch_id integer not null references branch (id),
  rule text collate "C" not null,
  month integer not null check (month between 190001 and 299912),
  marked integer not null,
  taken integer not null,
  primary key (branch_id, rule, month)
);

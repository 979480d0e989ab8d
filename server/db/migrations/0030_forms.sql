-- a form as its pack writes it, kept for good by its hash: what was signed reads as it was signed [P-19…P-26]
create table form_layout (
  hash text collate "C" primary key,
  key text collate "C" not null,
  version integer not null,
  definition jsonb not null,
  pack text collate "C" not null,
  loaded_at timestamptz not null
);
create index form_layout_by_key on form_layout (key, loaded_at desc);

-- one form, filled in
create table form (
  branch_id integer not null,
  id uuid not null,
  layout_hash text collate "C" not null references form_layout (hash),
  key text collate "C" not null,
  -- null for a sheet about a day's work
  customer_id uuid,
  contact_person_id uuid,
  run_id uuid,
  case_id uuid,
  appointment_id uuid,
  -- the form it follows: the receipt its application
  after_id uuid,
  -- the form it corrects
  corrects_id uuid,
  author_id uuid not null,
  -- the author's unit as it was, for sheets that are about no customer
  unit_id uuid not null,
  -- nobody's but its author's [P-24]
  own boolean not null default false,
  on_day date not null,
  due_on date,
  state text not null check (state in ('draft', 'waiting', 'approved', 'refused', 'filed', 'dropped')),
  answers jsonb not null default '{}',
  -- by field: {name, path, at}
  signatures jsonb not null default '{}',
  -- by field, who wrote it last and when: for telling two writers of each other
  written jsonb not null default '{}',
  asked_at timestamptz,
  decided_by uuid,
  decided_at timestamptz,
  decision_note text not null default '',
  made_at timestamptz not null,
  changed_at timestamptz not null,
  filed_at timestamptz,
  version integer not null default 1,
  primary key (branch_id, id),
  foreign key (branch_id, customer_id) references customer (branch_id, id),
  foreign key (branch_id, contact_person_id) references contact_person (branch_id, id),
  foreign key (branch_id, run_id) references run (branch_id, id),
  foreign key (branch_id, case_id) references service_case (branch_id, id),
  foreign key (branch_id, appointment_id) references appointment (branch_id, id),
  foreign key (branch_id, after_id) references form (branch_id, id),
  foreign key (branch_id, corrects_id) references form (branch_id, id),
  foreign key (branch_id, author_id) references staff (branch_id, id),
  foreign key (branch_id, unit_id) references unit (branch_id, id),
  foreign key (branch_id, decided_by) references staff (branch_id, id)
);
create index form_by_customer on form (branch_id, customer_id, made_at desc) where customer_id is not null;
create index form_by_author on form (branch_id, author_id, made_at desc);
create index form_by_run on form (branch_id, run_id) where run_id is not null;
create index form_waiting on form (branch_id, asked_at) where state = 'waiting';
create unique index form_correction on form (branch_id, corrects_id) where corrects_id is not null and state <> 'dropped';

-- what a form made when it was filed: an answer owed, by the row it came from [P-20]
create table form_promise (
  branch_id integer not null,
  form_id uuid not null,
  promise_id uuid not null,
  field text collate "C" not null,
  row_number smallint not null,
  primary key (branch_id, form_id, field, row_number),
  foreign key (branch_id, form_id) references form (branch_id, id),
  foreign key (branch_id, promise_id) references promise (branch_id, id)
);

-- gifts in store, so that an application that is approved takes them out [P-21, S-33]
create table gift (
  branch_id integer not null,
  id uuid not null,
  name text not null,
  in_store integer not null check (in_store >= 0),
  -- a remark under the name: size, for whom
  note text not null default '',
  changed_at timestamptz not null,
  changed_by uuid not null,
  version integer not null default 1,
  primary key (branch_id, id),
  unique (branch_id, name),
  foreign key (branch_id, changed_by) references staff (branch_id, id)
);

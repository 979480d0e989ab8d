-- one survey asked of a customer: by a link or a code to scan, or spoken and written down by the manager [M-08, R-18]
create table survey (
  branch_id integer not null references branch (id),
  id uuid not null,
  customer_id uuid not null,
  kind text not null check (kind in ('expected', 'contact', 'satisfied', 'servqual')),
  way text not null check (way in ('message', 'code', 'spoken')),
  -- what it is about, as the customer would name it; empty for the whole
  matter text collate "C" not null,
  -- the secret part of its address; null where nothing was sent
  token text collate "C",
  sent_on date not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  answered_on date,
  answered_at timestamptz,
  withdrawn_at timestamptz,
  version integer not null default 1,
  primary key (branch_id, id),
  unique (branch_id, token),
  foreign key (branch_id, customer_id) references customer (branch_id, id),
  foreign key (branch_id, asked_by) references staff (branch_id, id),
  check ((token is null) = (way = 'spoken'))
);
create index survey_of_customer on survey (branch_id, customer_id, sent_on desc);

-- one answer about one matter, 1 to 5; what was expected and what was experienced are two answers
create table survey_answer (
  branch_id integer not null,
  id uuid not null,
  survey_id uuid not null,
  customer_id uuid not null,
  matter text not null,
  asks text collate "C" not null check (asks in ('expected', 'experienced', 'satisfied')),
  score smallint not null check (score between 1 and 5),
  on_day date not null,
  -- the customer's own words
  words text not null default '',
  primary key (branch_id, id),
  unique (branch_id, survey_id, asks),
  foreign key (branch_id, survey_id) references survey (branch_id, id) on delete cascade,
  foreign key (branch_id, customer_id) references customer (branch_id, id)
);
create index survey_answer_of_customer on survey_answer (branch_id, customer_id, on_day);

-- the two sheets of 22 items, answers as they were ticked, by item
create table survey_sheet (
  branch_id integer not null,
  survey_id uuid not null,
  customer_id uuid not null,
  on_day date not null,
  expected jsonb not null,
  experienced jsonb not null,
  primary key (branch_id, survey_id),
  foreign key (branch_id, survey_id) references survey (branch_id, id) on delete cascade,
  foreign key (branch_id, customer_id) references customer (branch_id, id)
);
create index survey_sheet_of_customer on survey_sheet (branch_id, customer_id, on_day);

-- the task a shift between zones opened
alter table task add column survey_id uuid;
create index task_of_survey on task (branch_id, survey_id) where survey_id is not null;

-- from which day on how many points above expectation are excellent [M-01]; earlier days keep theirs
create table grade_border (
  branch_id integer not null references branch (id),
  valid_from date not null,
  border real not null check (border > 0 and border <= 4),
  set_by uuid not null,
  set_at timestamptz not null,
  version integer not null default 1,
  primary key (branch_id, valid_from),
  foreign key (branch_id, set_by) references staff (branch_id, id)
);

-- something that was changed because customers said so, and who is to be told
create table service_change (
  branch_id integer not null references branch (id),
  id uuid not null,
  what text not null,
  -- null as long as it is under way
  done_on date,
  set_by uuid not null,
  set_at timestamptz not null,
  version integer not null default 1,
  primary key (branch_id, id),
  foreign key (branch_id, set_by) references staff (branch_id, id)
);

create table service_change_asker (
  branch_id integer not null,
  change_id uuid not null,
  customer_id uuid not null,
  told_at timestamptz,
  told_by uuid,
  -- the contact in which they were told
  touch_id uuid,
  primary key (branch_id, change_id, customer_id),
  foreign key (branch_id, change_id) references service_change (branch_id, id) on delete cascade,
  foreign key (branch_id, customer_id) references customer (branch_id, id)
);
create index service_change_asker_of_customer on service_change_asker (branch_id, customer_id);

-- we stood up for a customer within our own house [R-21]
create table represented (
  branch_id integer not null,
  id uuid not null,
  customer_id uuid not null,
  on_day date not null,
  what text not null,
  -- whom it was asked of
  asked_of text not null,
  result text not null check (result in ('open', 'won', 'partly', 'not')),
  -- the contact it came out of
  touch_id uuid,
  noted_by uuid not null,
  noted_at timestamptz not null,
  version integer not null default 1,
  primary key (branch_id, id),
  foreign key (branch_id, customer_id) references customer (branch_id, id),
  foreign key (branch_id, noted_by) references staff (branch_id, id)
);
create index represented_of_customer on represented (branch_id, customer_id, on_day desc);

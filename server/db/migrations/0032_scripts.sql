-- call words and messages are content: a file as it was read, kept for good; the one read last is in use
create table script_file (
  pack text collate "C" not null,
  kind text collate "C" not null check (kind in ('scripts', 'texts')),
  family text collate "C" not null,
  hash text collate "C" not null,
  definition jsonb not null,
  loaded_at timestamptz not null,
  primary key (pack, kind, family, hash)
);

-- a lead's own wording of a script: the pack's and those before stay as they are [S-30]
create table script_revision (
  branch_id integer not null,
  id uuid not null,
  script text collate "C" not null,
  version integer not null,
  words jsonb not null,
  why text not null,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (branch_id, id),
  unique (branch_id, script, version),
  foreign key (branch_id, made_by) references staff (branch_id, id)
);

-- which wordings of a script are said: one, or two that take turns by the contact's id; without a row the pack's
create table script_live (
  branch_id integer not null,
  script text collate "C" not null,
  wordings jsonb not null,
  set_by uuid not null,
  set_at timestamptz not null,
  primary key (branch_id, script),
  foreign key (branch_id, set_by) references staff (branch_id, id)
);

-- which words a contact used, and what came of it that the touch itself does not say
create table touch_words (
  branch_id integer not null,
  touch_id uuid not null,
  script text collate "C" not null,
  wording text collate "C" not null,
  version text collate "C" not null check (version in ('first', 'familiar', 'difficult')),
  meeting boolean not null,
  accepted boolean not null,
  primary key (branch_id, touch_id, script),
  foreign key (branch_id, touch_id) references touch (branch_id, id) on delete cascade
);
create index touch_words_by_script on touch_words (branch_id, script, wording);

-- three lines and a half about one product for one sort of customer; without an owner it is everybody's [G-13]
create table pitch (
  branch_id integer not null,
  id uuid not null,
  owner_id uuid,
  product text not null,
  persona text not null,
  it_is text not null,
  suits text not null,
  after_use text not null,
  example text not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  removed_at timestamptz,
  primary key (branch_id, id),
  foreign key (branch_id, owner_id) references staff (branch_id, id),
  foreign key (branch_id, changed_by) references staff (branch_id, id)
);

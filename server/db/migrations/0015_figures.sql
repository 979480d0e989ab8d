-- who has seen the figures of a month about themselves, before a lead sees the distribution
create table own_figure (
  branch_id integer not null,
  staff_id uuid not null,
  month integer not null check (month between 190001 and 299912),
  seen_at timestamptz not null,
  primary key (branch_id, staff_id, month),
  foreign key (branch_id, staff_id) references staff (branch_id, id)
);

-- what somebody says to a figure about themselves; the lead reads it beside the distribution
create table figure_note (
  branch_id integer not null,
  staff_id uuid not null,
  month integer not null check (month between 190001 and 299912),
  formula text collate "C" not null,
  note text not null,
  written_at timestamptz not null,
  primary key (branch_id, staff_id, month, formula),
  foreign key (branch_id, staff_id) references staff (branch_id, id)
);
create index figure_note_of_month on figure_note (branch_id, month);

-- a lead's own workbook, to be filled with a month's figures
create table report_template (
  branch_id integer not null,
  id uuid not null,
  owner_id uuid not null,
  file_name text collate "C" not null,
  file bytea not null,
  -- [{sheet, cell, code, known}]
  places jsonb not null,
  updated_at timestamptz not null,
  primary key (branch_id, id),
  foreign key (branch_id, owner_id) references staff (branch_id, id)
);
create index report_template_of on report_template (branch_id, owner_id, file_name);

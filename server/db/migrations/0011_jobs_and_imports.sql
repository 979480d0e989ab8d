-- long work, asked for in the transaction that needs it (with a row of outbox under the same id) and carried out by the queue
create table job (
  branch_id integer not null references branch (id),
  id uuid not null,
  name text collate "C" not null,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  -- how far it is, in rows or whatever the work counts; total is null until it is known
  done integer not null default 0,
  total integer,
  -- figures to show when it is done
  result jsonb,
  -- why it failed, as a coded sentence
  problem jsonb,
  -- null for work nobody asked for by hand
  asked_by uuid,
  asked_at timestamptz not null,
  cancel_asked_at timestamptz,
  started_at timestamptz,
  finished_at timestamptz,
  primary key (branch_id, id),
  foreign key (branch_id, asked_by) references staff (branch_id, id)
);

-- an import begins as a file that is being uploaded; what it is for is said when it is started
alter table import
  drop column dry_run,
  alter column target drop not null,
  alter column mapping drop not null,
  alter column mode drop not null,
  alter column file_sha256 drop not null,
  drop constraint import_state_check,
  add constraint import_state_check check (state in
    ('uploading', 'ready', 'checking', 'waiting', 'running', 'done', 'cancelled', 'failed', 'undoing', 'undone')),
  -- bytes the sender announced; the file is whole when as many have come
  add column file_bytes bigint not null,
  add column sheet_name text,
  -- what the header row and the columns are, as they were when it was started
  add column header_row integer,
  add column headers jsonb,
  -- the day the file's attributes are true for
  add column as_of date,
  -- the last row of the file whose batch is committed: where a broken run goes on
  add column read_to integer not null default 0,
  -- months that got bills, like 202611
  add column months integer[] not null default '{}',
  add column job_id uuid,
  add column started_at timestamptz;
create index import_recent on import (branch_id, asked_at desc);

-- when an effect was taken back, and the fields that were not because somebody has changed them since
alter table import_effect
  add column undone_at timestamptz,
  add column left_fields text[];

-- with these somebody's own programs call the interface in their name; only a digest is kept, so one can be shown once and never again
create table access_token (
  branch_id integer not null,
  id uuid not null,
  staff_id uuid not null,
  name text not null,
  scope text collate "C" not null check (scope in ('read', 'write')),
  secret_digest text collate "C" not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (branch_id, id),
  foreign key (branch_id, staff_id) references staff (branch_id, id)
);
create index access_token_by_staff on access_token (branch_id, staff_id);
create unique index access_token_by_secret on access_token (branch_id, secret_digest);

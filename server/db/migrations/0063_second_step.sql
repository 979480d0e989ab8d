-- the second step of a sign-in: what an authenticator app counts from, sealed with the installation's own secret (RFC 6238)
create table second_step (
  branch_id integer not null,
  staff_id uuid not null,
  sealed_secret text collate "C" not null,
  begun_at timestamptz not null,
  -- null until one code has shown that the app has it; asked for at sign-in from then on
  confirmed_at timestamptz,
  -- the last half minute a code was taken of: none is taken twice
  last_step bigint not null default 0,
  primary key (branch_id, staff_id),
  foreign key (branch_id, staff_id) references staff (branch_id, id)
);

-- ways in for whoever has lost the app; only digests are kept, each opens once
create table recovery_code (
  branch_id integer not null,
  staff_id uuid not null,
  digest text collate "C" not null,
  used_at timestamptz,
  primary key (branch_id, staff_id, digest),
  foreign key (branch_id, staff_id) references staff (branch_id, id)
);

-- meetings with customers, planned or agreed [S-26, S-32, S-34]
create table appointment (
  branch_id integer not null,
  id uuid not null,
  customer_id uuid not null,
  contact_person_id uuid,
  owner_id uuid not null,
  way text not null check (way in ('visit', 'call')),
  starts_at timestamptz not null,
  -- twelve hours at most: what begins within half a day before a week is all that can reach into it
  ends_at timestamptz not null check (ends_at > starts_at and ends_at <= starts_at + interval '12 hours'),
  place text not null default '',
  purposes text[] not null default '{}'
    check (purposes <@ array['recommend', 'contact', 'gift', 'business', 'opinion', 'complaint']),
  state text not null check (state in ('planned', 'agreed', 'arrived', 'done', 'cancelled', 'missed')),
  reason text not null default '',
  arrived_at timestamptz,
  -- when the customer heard of the latest change
  told_at timestamptz,
  -- a change of ours the customer has still to hear of, since when, and the time they have in mind
  untold text check (untold in ('moved', 'late', 'cancelled', 'missed')),
  untold_since timestamptz,
  expects_at timestamptz,
  -- what was agreed, as long as we only said that we would be later
  before_starts_at timestamptz,
  before_ends_at timestamptz,
  -- counts the changes, as invitations need
  sequence integer not null default 0,
  -- the contact in which it was agreed
  run_id uuid,
  -- the story so far, each step with how it stood before
  history jsonb not null default '[]',
  made_at timestamptz not null,
  made_by uuid not null,
  version integer not null default 1,
  primary key (branch_id, id),
  check ((untold is null) = (untold_since is null) and (untold is null) = (expects_at is null)),
  check ((before_starts_at is null) = (before_ends_at is null)),
  foreign key (branch_id, customer_id) references customer (branch_id, id),
  foreign key (branch_id, contact_person_id) references contact_person (branch_id, id),
  foreign key (branch_id, owner_id) references staff (branch_id, id),
  foreign key (branch_id, made_by) references staff (branch_id, id)
);
create index appointment_by_owner on appointment (branch_id, owner_id, starts_at);
create index appointment_by_customer on appointment (branch_id, customer_id, starts_at);
create index appointment_by_time on appointment (branch_id, starts_at);
create index appointment_untold on appointment (branch_id, customer_id) where untold is not null;

-- where a customer is found, noted at somebody's own tap; one place each, no trail
create table customer_place (
  branch_id integer not null,
  customer_id uuid not null,
  latitude double precision not null check (latitude between -90 and 90),
  longitude double precision not null check (longitude between -180 and 180),
  noted_by uuid not null,
  noted_at timestamptz not null,
  primary key (branch_id, customer_id),
  foreign key (branch_id, customer_id) references customer (branch_id, id),
  foreign key (branch_id, noted_by) references staff (branch_id, id)
);

-- a secret address from which a telephone's calendar reads somebody's own days; only a digest of it is kept
create table calendar_feed (
  branch_id integer not null,
  id uuid not null,
  staff_id uuid not null,
  label text not null,
  language text not null check (language in ('zh', 'en')),
  secret_digest text collate "C" not null,
  made_at timestamptz not null,
  revoked_at timestamptz,
  read_at timestamptz,
  primary key (branch_id, id),
  foreign key (branch_id, staff_id) references staff (branch_id, id)
);
create index calendar_feed_by_staff on calendar_feed (branch_id, staff_id);
create unique index calendar_feed_by_secret on calendar_feed (branch_id, secret_digest);

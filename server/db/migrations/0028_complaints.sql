-- a complaint beyond the case it is [S-46, S-49, S-51, R-29]; instants inside json are ISO text
alter table service_case
  -- the customer's own words
  add column said text,
  add column level text not null default 'general' check (level in ('general', 'major', 'urgent')),
  add column temperament text check (temperament in ('upset', 'firm', 'demanding', 'heated', 'prepared', 'public')),
  add column motive text check (motive in ('comfort', 'solution', 'compensation')),
  -- six steps and four of recovery, each with its time
  add column steps jsonb not null default '{}',
  -- answered before the restatement was confirmed: which step, why, when
  add column early jsonb,
  add column recovery jsonb not null default '{}',
  add column ways smallint not null default 0,
  add column handings jsonb not null default '[]',
  -- tries to hear the customer's word that it is settled
  add column tries jsonb not null default '[]',
  add column told jsonb not null default '[]',
  add column pauses jsonb not null default '[]',
  add column escalations jsonb not null default '[]',
  add column reopened jsonb not null default '[]',
  -- how it ended: on the customer's word, or after three tries on three days without it; counted apart
  add column closed_as text check (closed_as in ('confirmed', 'unconfirmed'));

-- what was already answered was answered by somebody; what was closed was not asked for the customer's word
update service_case
  set steps = case when answered_at is null then '{}'::jsonb
        else jsonb_build_object('answered', to_char(answered_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) end,
      closed_as = case when closed_at is null then null when felt is null then 'unconfirmed' else 'confirmed' end
  where kind = 'complaint';

-- what was asked of another department about a case
alter table hand_over add column case_id uuid;
alter table hand_over add foreign key (branch_id, case_id) references service_case (branch_id, id);
create index hand_over_of_case on hand_over (branch_id, case_id) where case_id is not null;

-- a limit of law or standard as somebody at the office found it in its source; the newest of a code, kind and day of force holds
create table complaint_limit (
  branch_id integer not null,
  id uuid not null,
  code text collate "C" not null,
  kind text not null check (kind in ('law', 'standard')),
  amount integer not null check (amount between 1 and 10000),
  unit text not null check (unit in ('workingMinutes', 'hours', 'days', 'workdays')),
  -- the day it came into force; null where the source does not say
  since date,
  source text not null,
  checked_by uuid not null,
  checked_at timestamptz not null,
  primary key (branch_id, id),
  foreign key (branch_id, checked_by) references staff (branch_id, id)
);

-- the team's own audit by the seven standards [S-44]: a score and what it rests on for each
create table service_audit (
  branch_id integer not null,
  unit_id uuid not null,
  month integer not null check (month between 190001 and 299912),
  entries jsonb not null,
  noted_by uuid not null,
  noted_at timestamptz not null,
  version integer not null default 1,
  primary key (branch_id, unit_id, month),
  foreign key (branch_id, unit_id) references unit (branch_id, id),
  foreign key (branch_id, noted_by) references staff (branch_id, id)
);

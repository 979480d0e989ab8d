-- What was done is sealed in batches: each row gets a salted digest, each batch a hash over its digests and the batch before [P-31].
alter table audit_event
  add column seal integer,
  add column salt text,
  add column digest text,
  -- the contents were erased by law; the digest stays and the chain holds
  add column erased_at timestamptz;
create index audit_event_unsealed on audit_event (branch_id, id) where seal is null;
create index audit_event_by_seal on audit_event (branch_id, seal, id) where seal is not null;
create index audit_event_by_time on audit_event (branch_id, at, id);
create index audit_event_by_action on audit_event (branch_id, action collate "C");

create table audit_seal (
  branch_id integer not null,
  number integer not null,
  previous text not null,
  hash text not null,
  rows integer not null,
  sealed_at timestamptz not null,
  primary key (branch_id, number)
);

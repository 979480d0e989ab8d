-- what keeping a customer is worth and what a contact for it costs in a branch, each setting after the other; without a row, or with an empty
-- one, the paper's figures hold
create table campaign_figures (
  branch_id integer not null references branch (id),
  version integer not null,
  value jsonb,
  set_by uuid not null,
  set_at timestamptz not null,
  primary key (branch_id, version),
  foreign key (branch_id, set_by) references staff (branch_id, id)
);

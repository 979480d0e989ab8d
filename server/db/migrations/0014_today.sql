-- a decision covers every reason of the row at once, and keeps what was said about it
alter table worklist_decision
  drop column occasion,
  -- `promise:…`, `cadence:…`: a reason that is not among them brings the customer back
  add column keys text[] not null,
  add column note text not null default '',
  add column touch_id uuid,
  -- when the customer heard that it would be later, and the time agreed on then
  add column told_at timestamptz,
  add column new_due jsonb;
create index worklist_decision_by_customer on worklist_decision (branch_id, customer_id, at desc);

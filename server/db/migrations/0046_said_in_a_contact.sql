-- A wish said in a contact [R-30]: which run wrote it, and what stood before, so that reopening the contact can bring that back.
alter table consent
  add column run_id uuid,
  add column before jsonb;

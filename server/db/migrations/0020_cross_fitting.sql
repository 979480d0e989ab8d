-- A customer whose outcome the model learnt from is scored by a copy of it that did not see that customer: otherwise the
-- risk would be remembered, not foreseen. `cross_fits` holds those copies, `fold` says which of them to ask.
alter table churn_model add column cross_fits jsonb;
alter table attribute_snapshot add column fold smallint;

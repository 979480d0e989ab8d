-- Every trained model stays with what it was learnt from, so that an older one can be taken up again [R-13]. Which of a model's
-- copies did not see a row is known for each model: `{"<model>": <copy>}`.
alter table attribute_snapshot add column folds jsonb not null default '{}';
update attribute_snapshot s set folds = jsonb_build_object(m.id::text, s.fold)
  from churn_model m where m.branch_id = s.branch_id and m.active and s.fold is not null;
alter table attribute_snapshot drop column fold;

update churn_model m set active = false where active and exists (
  select from churn_model n where n.branch_id = m.branch_id and n.active and (n.trained_at, n.id) > (m.trained_at, m.id));
create unique index churn_model_active on churn_model (branch_id) where active;

-- the snapshot a risk was read from: with the model and the bills it gives the same figure and reasons again
alter table standing add column snapshot_on date;

-- when a month's standings were first there, before any later run of that month: nobody knew them earlier
alter table standing_month add column first_at timestamptz;

-- how the customers a model scored in a month lay, as counts; compared with how its training rows lay
create table churn_drift (
  branch_id integer not null,
  model_id uuid not null,
  month integer not null,
  customers integer not null,
  counted jsonb not null,
  primary key (branch_id, model_id, month),
  foreign key (branch_id, model_id) references churn_model (branch_id, id)
);

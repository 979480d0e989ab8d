-- who keeps the customers an import makes where its rows name nobody
alter table import
  add column keeper_id uuid,
  add foreign key (branch_id, keeper_id) references staff (branch_id, id);

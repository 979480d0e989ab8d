-- With the keys of managers and units, which hold the others, a team's customers are found without looking at everybody.
create index customer_merged on customer (branch_id, id) where merged_into is not null;

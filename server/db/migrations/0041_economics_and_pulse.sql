-- how fast promises of a kind, or of one keeper, were kept [R-07]
create index promise_by_kind on promise (branch_id, kind collate "C", made_at);
create index promise_of_owner on promise (branch_id, owner_id, made_at);

-- figures of the economics page that somebody set: what it was, what it became, who and when [M-06][R-31]
create table economics_edit (
  branch_id integer not null references branch (id),
  id uuid not null,
  figure text not null,
  -- null where nothing was known before, or nothing is set any more
  was double precision,
  became double precision,
  edited_by uuid not null,
  edited_at timestamptz not null,
  primary key (branch_id, id),
  foreign key (branch_id, edited_by) references staff (branch_id, id)
);
create index economics_edit_by_figure on economics_edit (branch_id, figure collate "C", edited_at);

-- who is done with a week's two questions, answered or put aside, so that nobody is asked twice; nothing of what was said [R-28]
create table pulse_done (
  branch_id integer not null,
  week date not null,
  staff_id uuid not null,
  primary key (branch_id, week, staff_id),
  foreign key (branch_id, staff_id) references staff (branch_id, id)
);

-- the answers of a week, counted by unit: no person, no instant, no row of one's own, so that nothing joins the two [R-28]
create table pulse_count (
  branch_id integer not null,
  week date not null,
  unit_id uuid not null,
  well integer not null check (well between 1 and 5),
  able integer not null check (able between 1 and 5),
  answers integer not null check (answers > 0),
  primary key (branch_id, week, unit_id, well, able),
  foreign key (branch_id, unit_id) references unit (branch_id, id)
);

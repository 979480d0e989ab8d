-- What a tier was decided from, so that it can be explained, watched and compared without deciding it again.
alter table standing add column kind text collate "C" check (kind in ('person', 'group', 'outlet'));
-- 'ranked', or why there is no tier
alter table standing add column state text check (state in ('ranked', 'noBills', 'tooNew', 'left', 'noRule'));
-- what the rule measured, in fen a month or a year
alter table standing add column value_fen bigint;
-- a share of a large branch needs more than seven digits
alter table standing alter column top_share type double precision;
create index standing_by_tier on standing (branch_id, month, kind, tier, value_fen);

-- What a customer paid in a month. A total already holds its parts (roaming, calls …); without one they add up.
-- Refunds come on top of either.
create view monthly_paid as
  select branch_id, customer_id, month,
    (coalesce(sum(amount_fen) filter (where kind = 'total'), sum(amount_fen) filter (where kind <> 'refund'), 0)
      + coalesce(sum(amount_fen) filter (where kind = 'refund'), 0))::bigint as paid_fen
  from bill group by branch_id, customer_id, month;

-- bills come month by month, so that one month lies together
create index bill_by_month on bill using brin (month);

-- what an imported column means to people: its name, unit, and whether somebody can change it
create table attribute_meaning (
  branch_id integer not null references branch (id),
  name text collate "C" not null,
  definition jsonb not null,
  primary key (branch_id, name)
);

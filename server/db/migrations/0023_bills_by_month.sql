-- The first and the newest month of a branch are asked for at every run: by this index, at once; by the block ranges it
-- replaces, after reading every bill.
create index bill_of_month on bill (branch_id, month);
drop index bill_by_month;

-- Nothing reads a month by rank; keeping that index cost a quarter of writing the month.
drop index standing_by_rank;

-- Bills that came in parts, and refunds: few where the billing system gives totals.
create index bill_in_parts on bill (branch_id, month, customer_id) where kind <> 'total';
create index bill_refund on bill (branch_id, customer_id, month) where kind = 'refund';

-- The same sum as before: a total already holds its parts, without one they add up, and refunds come on top of either.
-- A total is one row and needs no grouping, which makes the monthly run's reading several times as fast.
create or replace view monthly_paid as
  select t.branch_id, t.customer_id, t.month, t.amount_fen + coalesce(r.amount_fen, 0) as paid_fen
  from bill t left join bill r on r.branch_id = t.branch_id and r.customer_id = t.customer_id and r.month = t.month
    and r.kind = 'refund'
  where t.kind = 'total'
  union all
  select p.branch_id, p.customer_id, p.month, sum(p.amount_fen)::bigint as paid_fen
  from bill p
  where p.kind <> 'total' and not exists (select from bill t where t.branch_id = p.branch_id
    and t.customer_id = p.customer_id and t.month = p.month and t.kind = 'total')
  group by p.branch_id, p.customer_id, p.month;

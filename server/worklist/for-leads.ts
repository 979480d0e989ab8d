import { sql } from 'kysely'

/** Customers with something only a lead can settle: nobody keeps them, a complaint was raised, a retention case or a form waits for a word. */
export const forLeads = (branchId: number) => sql<boolean>`customer.id in (
  select w.customer_id from welcome w where w.branch_id = ${branchId} and w.bound_on is null
  union select c.customer_id from service_case c
  where c.branch_id = ${branchId} and c.closed_at is null and c.escalations <> '[]'
  union select r.customer_id from retention_case r
  where r.branch_id = ${branchId} and r.stage <> 'closed' and r.lead_due is not null
  union select f.customer_id from form f where f.branch_id = ${branchId} and f.state = 'waiting')`

import { type SqlBool, sql } from 'kysely'
import type { Day } from '#domain/kernel/day.ts'

/** A campaign's contact is wanted until its last day of contacts; what was not done by then stays undone. Over rows of `task`. */
export const isWantedTask = (
  branchId: number,
  today: Day,
) => sql<SqlBool>`(task.campaign_id is null or task.campaign_id not in (
  select c.id from campaign c where c.branch_id = ${branchId} and c.contact_until < ${today}::date))`

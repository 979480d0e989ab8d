import { sql, type SqlBool } from 'kysely'
import { type Day, dayIn } from '#domain/kernel/day.ts'
import { reachOf } from '#domain/staff/scope.ts'
import { customersWithin } from '#server/customer/filter.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'

/**
 * A form whose noted day has come: as long as it is being written or waits; an owner's own sheet also once it is written, until it is
 * gone over in a new version [P-24].
 */
export const isDue = (today: Day) => sql<SqlBool>`(form.due_on <= ${today}::date and (
  form.state in ('draft', 'waiting')
  or (form.own and form.state = 'filed' and form.on_day < form.due_on and not exists (
    select from form c where c.branch_id = form.branch_id and c.corrects_id = form.id and c.state <> 'dropped'))))`

/** Forms that wait for this reader's yes or no [P-21], and own ones whose day has come. */
export const formsToSee = async (db: Db, caller: Caller, at: Date): Promise<number> => {
  const today = dayIn(at, caller.timeZone)
  const { n } = await db
    .selectFrom('form')
    .select(sql<number>`count(*)::int`.as('n'))
    .where('branch_id', '=', caller.branchId)
    .where((eb) =>
      eb.or([
        eb.and([eb('author_id', '=', caller.staffId), isDue(today)]),
        ...(reachOf(caller.roles, 'form.approve') === null
          ? []
          : [
              eb.and([
                eb('state', '=', 'waiting'),
                eb('author_id', '<>', caller.staffId),
                eb('customer_id', 'in', customersWithin(db, caller, 'form.approve').select('customer.id')),
              ]),
            ]),
      ]),
    )
    .executeTakeFirstOrThrow()
  return n
}

import type { Id } from '#domain/kernel/id.ts'
import { covers, reachOf, scopeOf } from '#domain/staff/scope.ts'
import type { Day } from '#domain/kernel/day.ts'
import { requireCustomer } from '#server/customer/show.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { actorOf, everybody } from '#server/staff/everybody.ts'

/** Whether a colleague may work on this customer: only then can a whole row be given to them. */
export const maySee = async (db: Db, branchId: number, staffId: Id, customerId: Id): Promise<boolean> => {
  const person = (await everybody(db, branchId)).find(({ id }) => id === staffId)
  const customer = await db
    .selectFrom('customer')
    .select(['manager_id', 'backup_id', 'unit_id'])
    .where('branch_id', '=', branchId)
    .where('id', '=', customerId)
    .executeTakeFirst()
  if (!person || !customer) return false
  const owned = { managerId: customer.manager_id, backupId: customer.backup_id, unitId: customer.unit_id }
  return covers(scopeOf(actorOf(branchId, person), 'contact.run'), owned)
}

/** Who can take something over: the backup first, then others who may see the customer, then those who see only the question. */
export const helpersFor = async (db: Db, caller: Caller, customerId: Id, today: Day) => {
  const customer = await requireCustomer(db, caller, customerId, 'customer.read')
  const owned = { managerId: customer.manager_id, backupId: customer.backup_id, unitId: customer.unit_id }
  const [people, away] = await Promise.all([
    everybody(db, caller.branchId),
    db
      .selectFrom('absence')
      .select('staff_id')
      .where('branch_id', '=', caller.branchId)
      .where('from_day', '<=', today)
      .where('to_day', '>=', today)
      .execute(),
  ])
  const absent = new Set(away.map(({ staff_id }) => staff_id))
  const helpers = people
    .filter(({ id, roles }) => id !== caller.staffId && reachOf(roles, 'handover.answer') !== null)
    .map((person) => ({
      id: person.id,
      name: person.name,
      unitName: person.unitName,
      sees: covers(scopeOf(actorOf(caller.branchId, person), 'contact.run'), owned)
        ? ('customer' as const)
        : ('question' as const),
      isBackup: person.id === customer.backup_id,
      away: absent.has(person.id),
    }))
  const order = (helper: (typeof helpers)[number]): number => (helper.isBackup ? 0 : helper.sees === 'customer' ? 1 : 2)
  return helpers.toSorted((a, b) => order(a) - order(b))
}

import { sql } from 'kysely'
import { type Day, monthOf } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import type { Fen } from '#domain/kernel/money.ts'
import { instantAt } from '#domain/kernel/zone.ts'
import { authorityOf, type RetentionRules } from '#domain/retention/rules.ts'
import { covers, type Owned, scopeOf } from '#domain/staff/scope.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { actorOf, everybody } from '#server/staff/everybody.ts'

/** What somebody has given on their own word this month in cases other than this one, in fen [P-30]. */
export const spentElsewhere = async (db: Db, caller: Caller, today: Day, caseId: Id): Promise<Fen> => {
  const { spent } = await db
    .selectFrom('retention_offering')
    .select(sql<number>`coalesce(sum(cost_fen), 0)::bigint`.as('spent'))
    .where('branch_id', '=', caller.branchId)
    .where('given_by', '=', caller.staffId)
    .where('given_at', '>=', instantAt(`${monthOf(today)}-01`, 0, caller.timeZone))
    .where('case_id', '<>', caseId)
    .executeTakeFirstOrThrow()
  return spent
}

/** One spending at a time by one person, so that two at once never count the same money as left. */
export const lockSpending = async (trx: Db, { branchId, staffId }: Caller): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtext(${`retention spending ${staffId}`}), ${branchId})`.execute(trx)
}

/** Those who could say yes to a cost for this customer: who leads the unit and may give as much; never who asks. */
export const approversOf = async (
  db: Db,
  branchId: number,
  customer: Owned,
  rules: RetentionRules,
): Promise<(cost: Fen, askedBy: Id) => { id: Id; name: string }[]> => {
  const people = (await everybody(db, branchId)).filter((person) =>
    covers(scopeOf(actorOf(branchId, person), 'retention.approve'), customer),
  )
  return (cost, askedBy) =>
    people
      .filter(({ id, roles }) => id !== askedBy && authorityOf(roles, rules).perCase >= cost)
      .map(({ id, name }) => ({ id, name }))
}

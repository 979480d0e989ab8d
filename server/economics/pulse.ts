import { sql } from 'kysely'
import type { Received, Reply } from '#api/endpoint.ts'
import type { pulseEndpoints } from '#api/pulse.ts'
import { type PulseAnswer, pulseUnitOf, pulseWeekOf } from '#domain/economics/pulse.ts'
import { type Day, dayIn } from '#domain/kernel/day.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'

type Endpoints = typeof pulseEndpoints
type Answer = Received<Endpoints['POST /api/pulse/:week']>['body']['answer']

/** Whether this week's two questions still wait for somebody. */
export const pulseFor = async (db: Db, caller: Caller, now: Date): Promise<Reply<Endpoints['GET /api/pulse']>> => {
  const week = pulseWeekOf(dayIn(now, caller.timeZone))
  const done = await db
    .selectFrom('pulse_done')
    .select('week')
    .where('branch_id', '=', caller.branchId)
    .where('week', '=', week)
    .where('staff_id', '=', caller.staffId)
    .executeTakeFirst()
  return { week, asked: !done && (await unitOf(db, caller)) !== null }
}

/**
 * Counts an answer without a name, once a person and week. Who is done says nothing of whether they answered or put it aside, no audit entry is
 * written, and both tables' rows of the week are written anew in an order of their own, so that no row's age tells which belongs to whom [R-28].
 */
export const answerPulse = async (
  db: Db,
  caller: Caller,
  now: Date,
  week: Day,
  answer: Answer,
): Promise<{ counted: boolean }> => {
  if (week !== pulseWeekOf(dayIn(now, caller.timeZone))) return { counted: false }
  const { branchId, staffId } = caller
  return inTransaction(db, async (trx) => {
    const fresh = await trx
      .insertInto('pulse_done')
      .values({ branch_id: branchId, week, staff_id: staffId })
      .onConflict((on) => on.columns(['branch_id', 'week', 'staff_id']).doNothing())
      .returning('week')
      .executeTakeFirst()
    if (!fresh) return { counted: false }
    const unit = answer && (await unitOf(trx, caller))
    if (answer && unit) await count(trx, branchId, week, unit, answer)
    await trx
      .updateTable('pulse_done')
      .set({ week })
      .where('branch_id', '=', branchId)
      .where('week', '=', week)
      .execute()
    await trx
      .updateTable('pulse_count')
      .set({ week })
      .where('branch_id', '=', branchId)
      .where('week', '=', week)
      .execute()
    return { counted: unit !== null }
  })
}

const count = async (trx: Db, branchId: number, week: Day, unitId: string, { well, able }: NonNullable<Answer>) =>
  trx
    .insertInto('pulse_count')
    .values({ branch_id: branchId, week, unit_id: unitId, well, able, answers: 1 })
    .onConflict((on) =>
      on
        .columns(['branch_id', 'week', 'unit_id', 'well', 'able'])
        .doUpdateSet((eb) => ({ answers: eb('pulse_count.answers', '+', 1) })),
    )
    .execute()

/** Where somebody’s answer is counted; null where too few could give one. */
const unitOf = async (trx: Db, { branchId, staffId }: Caller): Promise<string | null> => {
  const { rows } = await sql<{ id: string; parentId: string | null; people: number; own: boolean }>`
    select u.id, u.parent_id as "parentId", coalesce(bool_or(s.id = ${staffId}), false) as own,
      count(s.id) filter (where s.active and s.roles && array['manager', 'vip_desk', 'lead'])::int as people
    from unit u left join staff s on s.branch_id = u.branch_id and s.unit_id = u.id
    where u.branch_id = ${branchId} group by u.branch_id, u.id, u.parent_id`.execute(trx)
  const own = rows.find((unit) => unit.own)
  return own ? pulseUnitOf(own.id, rows) : null
}

/** The answers of some weeks as the rule reads them, oldest week first: nothing of whose they are. */
export const pulseAnswers = async (db: Db, branchId: number, from: Day, until: Day): Promise<PulseAnswer[]> => {
  const rows = await db
    .selectFrom('pulse_count')
    .selectAll()
    .where('branch_id', '=', branchId)
    .where('week', '>=', from)
    .where('week', '<=', until)
    .orderBy('week')
    .execute()
  return rows.flatMap(({ unit_id, week, well, able, answers }) =>
    Array.from({ length: answers }, () => ({ unitId: unit_id, week, well, able })),
  )
}

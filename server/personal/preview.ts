import { sql } from 'kysely'
import type { Reply } from '#api/endpoint.ts'
import type { personalEndpoints } from '#api/personal.ts'
import type { Id } from '#domain/kernel/id.ts'
import type { Day } from '#domain/kernel/day.ts'
import type { Keeping } from '#domain/personal/keeping.ts'
import { dataParts, type DataPart, erasureBlocks } from '#domain/personal/erasure.ts'
import { covers, scopeOf } from '#domain/staff/scope.ts'
import { requireCustomer } from '#server/customer/show.ts'
import type { Db } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { heldOf, linesOf } from './held.ts'
import { idsOf } from './ids.ts'
import { plan } from './plan.ts'
import { countRows } from './rows.ts'
import { keepingsOf } from './setting.ts'

type Shown = Reply<(typeof personalEndpoints)['GET /api/customers/:id/erasure']>
type Counts = Shown['goes']

/** What has to end before anybody can be erased. */
export const openWith = async (
  db: Db,
  branchId: number,
  ids: readonly Id[],
): Promise<{ complaints: number; contacts: number }> => {
  const theirs = sql`any(${[...ids]}::uuid[])`
  const { rows } = await sql<{ complaints: number; contacts: number }>`select
    (select count(*)::int from service_case where branch_id = ${branchId} and customer_id = ${theirs}
      and kind = 'complaint' and closed_at is null) as complaints,
    (select count(*)::int from run where branch_id = ${branchId} and customer_id = ${theirs}
      and finished_at is null) as contacts`.execute(db)
  return rows[0] ?? { complaints: 0, contacts: 0 }
}

export const showErasure = async (db: Db, caller: Caller, today: Day, id: Id): Promise<Shown> => {
  const done = await doneOf(db, caller, id)
  if (done) return done
  await requireCustomer(db, caller, id, 'customer.erase')
  const { branchId } = caller
  const ids = await idsOf(db, branchId, id)
  const goes = new Map<DataPart, number>()
  const stays = new Map<DataPart, number>()
  for (const [table, treatment] of Object.entries(plan)) {
    const rows = await countRows(db, table, treatment, branchId, ids)
    const to = treatment.how === 'drop' || treatment.blank ? goes : stays
    to.set(treatment.part, (to.get(treatment.part) ?? 0) + rows)
  }
  goes.set('file', (goes.get('file') ?? 0) + ids.length)
  goes.set('log', await logRows(db, branchId, ids))
  const { keepings } = await keepingsOf(db, branchId)
  return {
    done: null,
    goes: inOrder(goes),
    stays: inOrder(stays),
    held: linesOf(await heldOf(db, caller, ids, keepings, today)),
    blocks: erasureBlocks(await openWith(db, branchId, ids)),
  }
}

const inOrder = (counts: ReadonlyMap<DataPart, number>): Counts =>
  dataParts.flatMap((part) => {
    const rows = counts.get(part) ?? 0
    return rows === 0 ? [] : [{ part, rows }]
  })

const logRows = async (db: Db, branchId: number, ids: readonly Id[]): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from audit_event
    where branch_id = ${branchId} and customer_id = any(${[...ids]}::uuid[])`.execute(db)
  return rows[0]?.n ?? 0
}

/** What was done, to those who could have done it. */
const doneOf = async (db: Db, caller: Caller, id: Id): Promise<Shown | null> => {
  const row = await db
    .selectFrom('erasure')
    .innerJoin('staff', (on) =>
      on.onRef('staff.branch_id', '=', 'erasure.branch_id').onRef('staff.id', '=', 'erasure.done_by'),
    )
    .selectAll('erasure')
    .select('staff.name as by')
    .where('erasure.branch_id', '=', caller.branchId)
    .where('customer_id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const owned = { managerId: row.manager_id, backupId: row.backup_id, unitId: row.unit_id }
  if (!covers(scopeOf(caller, 'customer.erase'), owned)) return fail('record.not_found')
  const held = await db
    .selectFrom('held_record')
    .select(['what', 'until', 'basis'])
    .where('branch_id', '=', caller.branchId)
    .where('customer_id', '=', id)
    .execute()
  return {
    done: { askedBy: row.asked_by, askedOn: row.asked_on, at: row.done_at.toISOString(), by: row.by },
    goes: inOrder(new Map(Object.entries(row.gone as Record<DataPart, number>) as [DataPart, number][])),
    stays: [],
    held: linesOf(held.map(({ what, until, basis }) => ({ what, until, basis: basis as unknown as Keeping }))),
    blocks: [],
  }
}

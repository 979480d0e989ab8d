import { sql } from 'kysely'
import { isUnknown } from '#domain/customer/completeness.ts'
import { type FieldChange, same } from '#domain/customer/edit.ts'
import { audit } from '#server/db/audit.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { countMoves, moveAll, moveBack, type Moves } from './merge-moves.ts'
import { requireCustomer } from './show.ts'
import { changeCustomerIn } from './write.ts'

type Code = 'merge.itself' | 'merge.kinds' | 'merge.gone' | 'merge.undone' | 'merge.later' | 'merge.retention'
const refuse = (code: Code): never => fail('rule.refused', { reasons: [{ code, params: {} }] })

type Kept = { fields: FieldChange[] } & Moves

/** Fields of the record itself; all others are the dossier's. */
const ownFields: ReadonlySet<string> = new Set(['name', 'addressForm', 'since'])

const inTwo = (values: Readonly<Record<string, unknown>>) => ({
  fields: Object.fromEntries(Object.entries(values).filter(([field]) => ownFields.has(field))),
  dossier: Object.fromEntries(Object.entries(values).filter(([field]) => !ownFields.has(field))),
})

/**
 * Makes two records one: everything under the one that goes moves to the one that stays, gaps in its dossier are filled, and fields
 * in `take` are taken over. All of it is written down, so that it can be undone.
 */
export const mergeCustomers = async (
  db: Db,
  caller: Caller,
  at: Date,
  keptId: string,
  mergeId: string,
  { goneId, take }: { goneId: string; take: readonly string[] },
): Promise<{ moved: number }> =>
  inTransaction(db, async (trx) => {
    const known = await trx
      .selectFrom('customer_merge')
      .selectAll()
      .where('branch_id', '=', caller.branchId)
      .where('id', '=', mergeId)
      .executeTakeFirst()
    if (known) {
      if (known.kept_id !== keptId || known.gone_id !== goneId) return fail('record.not_found')
      return { moved: countMoves(known.moved as unknown as Moves) }
    }
    if (keptId === goneId) return refuse('merge.itself')
    await lockBoth(trx, caller.branchId, keptId, goneId)
    const kept = await requireCustomer(trx, caller, keptId, 'customer.merge')
    const gone = await requireCustomer(trx, caller, goneId, 'customer.merge')
    if (kept.kind !== gone.kind) return refuse('merge.kinds')
    if (await bothBeingKept(trx, caller.branchId, [keptId, goneId])) return refuse('merge.retention')
    const wanted = takenOver(flatOf(kept), flatOf(gone), new Set(take))
    const { changes } = await changeCustomerIn(trx, caller, at, keptId, { baseVersion: null, ...wanted })
    const moves = await moveAll(trx, caller.branchId, goneId, keptId)
    await trx
      .updateTable('customer')
      .set({
        last_touch_at: sql`greatest(last_touch_at, ${gone.last_touch_at}::timestamptz)`,
        official_level: kept.official_level ?? gone.official_level,
        official_points: kept.official_points ?? gone.official_points,
      })
      .where('branch_id', '=', caller.branchId)
      .where('id', '=', keptId)
      .execute()
    await setMergedInto(trx, caller.branchId, goneId, keptId)
    await markMonthsStale(trx, caller.branchId, moves)
    const record: Kept = { fields: changes, ...moves }
    await trx
      .insertInto('customer_merge')
      .values({
        branch_id: caller.branchId,
        id: mergeId,
        kept_id: keptId,
        gone_id: goneId,
        moved: JSON.stringify(record),
        actor_id: caller.staffId,
        merged_at: at,
      })
      .execute()
    const entry = { action: 'customer.merged', entity: 'merge', entityId: mergeId, params: { keptId, goneId } }
    await audit(trx, caller.branchId, caller.staffId, at, { ...entry, customerId: keptId })
    await audit(trx, caller.branchId, caller.staffId, at, { ...entry, customerId: goneId })
    return { moved: countMoves(moves) }
  })

/** A customer has one retention case at a time; which of two goes on is for their managers to say. */
const bothBeingKept = async (trx: Db, branchId: number, ids: readonly string[]): Promise<boolean> => {
  const open = await trx
    .selectFrom('retention_case')
    .select('id')
    .where('branch_id', '=', branchId)
    .where('customer_id', 'in', ids)
    .where('stage', '<>', 'closed')
    .execute()
  return open.length > 1
}

/** Takes a merge back. What someone has changed since stays where it is and is named. */
export const undoMerge = async (
  db: Db,
  caller: Caller,
  at: Date,
  keptId: string,
  mergeId: string,
): Promise<{ goneId: string; left: string[] }> =>
  inTransaction(db, async (trx) => {
    await lockBoth(trx, caller.branchId, keptId, keptId)
    await requireCustomer(trx, caller, keptId, 'customer.merge')
    const merge = await trx
      .selectFrom('customer_merge')
      .selectAll()
      .where('branch_id', '=', caller.branchId)
      .where('kept_id', '=', keptId)
      .where('id', '=', mergeId)
      .executeTakeFirst()
    if (!merge) return fail('record.not_found')
    if (merge.undone_at) return refuse('merge.undone')
    const later = await trx
      .selectFrom('customer_merge')
      .select('id')
      .where('branch_id', '=', caller.branchId)
      .where('kept_id', '=', keptId)
      .where('undone_at', 'is', null)
      .where('merged_at', '>', merge.merged_at)
      .executeTakeFirst()
    if (later) return refuse('merge.later')
    const { fields, ...moves } = merge.moved as unknown as Kept
    await setMergedInto(trx, caller.branchId, merge.gone_id, null)
    const left = await moveBack(trx, caller.branchId, merge.gone_id, keptId, moves)
    left.push(...(await fieldsBack(trx, caller, at, keptId, fields)))
    await markMonthsStale(trx, caller.branchId, moves)
    await trx
      .updateTable('customer_merge')
      .set({ undone_at: at })
      .where('branch_id', '=', caller.branchId)
      .where('id', '=', mergeId)
      .execute()
    const params = { keptId, goneId: merge.gone_id, left: left.join(', ') }
    const entry = { action: 'customer.unmerged', entity: 'merge', entityId: mergeId, params }
    await audit(trx, caller.branchId, caller.staffId, at, { ...entry, customerId: keptId })
    await audit(trx, caller.branchId, caller.staffId, at, { ...entry, customerId: merge.gone_id })
    return { goneId: merge.gone_id, left }
  })

/** Merges into a customer that still stand, the newest first: only that one can be undone. */
export const mergesInto = async (db: Db, caller: Caller, id: string) => {
  await requireCustomer(db, caller, id, 'customer.read')
  const rows = await db
    .selectFrom('customer_merge')
    .innerJoin('customer as gone', (on) =>
      on.onRef('gone.branch_id', '=', 'customer_merge.branch_id').onRef('gone.id', '=', 'customer_merge.gone_id'),
    )
    .innerJoin('staff', (on) =>
      on.onRef('staff.branch_id', '=', 'customer_merge.branch_id').onRef('staff.id', '=', 'customer_merge.actor_id'),
    )
    .select([
      'customer_merge.id',
      'gone_id',
      'gone.name as gone_name',
      'gone.code as gone_code',
      'staff.name as by',
      'merged_at',
    ])
    .where('customer_merge.branch_id', '=', caller.branchId)
    .where('kept_id', '=', id)
    .where('undone_at', 'is', null)
    .orderBy('merged_at', 'desc')
    .execute()
  return {
    merges: rows.map((row) => ({
      id: row.id,
      goneId: row.gone_id,
      goneName: row.gone_name,
      goneCode: row.gone_code,
      by: row.by,
      at: row.merged_at.toISOString(),
    })),
  }
}

type Row = Awaited<ReturnType<typeof requireCustomer>>

const flatOf = (row: Row): Record<string, unknown> => ({
  ...(row.dossier as Record<string, unknown>),
  name: row.name,
  addressForm: row.address_form,
  since: row.since,
})

/** What the one that stays takes over: fields asked for, and those it knows nothing of. */
const takenOver = (kept: Record<string, unknown>, gone: Record<string, unknown>, take: ReadonlySet<string>) => {
  const taken = Object.entries(gone).filter(
    ([field, value]) => !isUnknown(value) && (take.has(field) || isUnknown(kept[field])),
  )
  return inTwo(Object.fromEntries(taken))
}

/** Fields go back only where they still hold what the merge wrote; the others are named. */
const fieldsBack = async (
  trx: Db,
  caller: Caller,
  at: Date,
  keptId: string,
  changes: readonly FieldChange[],
): Promise<string[]> => {
  const now = flatOf(await requireCustomer(trx, caller, keptId, 'customer.merge'))
  const back = changes.filter((change) => same(now[change.field], change.after))
  const wanted = inTwo(Object.fromEntries(back.map(({ field, before }) => [field, before])))
  await changeCustomerIn(trx, caller, at, keptId, { baseVersion: null, ...wanted })
  return changes.filter((change) => !back.includes(change)).map(({ field }) => field)
}

/** Always in the same order, so that two merges the opposite way round do not wait for each other. */
const lockBoth = async (trx: Db, branchId: number, one: string, other: string): Promise<void> => {
  await sql`select 1 from customer where branch_id = ${branchId} and id in (${one}, ${other})
    order by id for update`.execute(trx)
}

const setMergedInto = async (trx: Db, branchId: number, goneId: string, keptId: string | null): Promise<void> => {
  await trx
    .updateTable('customer')
    .set((eb) => ({ merged_into: keptId, version: eb('version', '+', 1) }))
    .where('branch_id', '=', branchId)
    .where('id', '=', goneId)
    .execute()
}

/** Months whose bills moved must be computed again. */
const markMonthsStale = async (trx: Db, branchId: number, moves: Moves): Promise<void> => {
  const months = (moves.amounts['bill'] ?? []).map(({ month }) => month)
  if (months.length === 0) return
  await trx
    .updateTable('standing_month')
    .set({ stale: true })
    .where('branch_id', '=', branchId)
    .where('month', '>=', Math.min(...months))
    .execute()
}

import { type Selectable, sql } from 'kysely'
import type { Id } from '#domain/kernel/id.ts'
import { reduceCase } from '#domain/retention/case.ts'
import type { CaseEvent, CaseHappening } from '#domain/retention/case-event.ts'
import type { CaseState } from '#domain/retention/case-state.ts'
import type { Persuaded } from '#domain/retention/guard.ts'
import type { Db } from '#server/db/pool.ts'
import type { Tables } from '#server/db/tables.ts'

export type CaseRow = Selectable<Tables['retention_case']>
type EventRow = Selectable<Tables['retention_event']>

/** An event as it was stored; the one instant within it becomes an instant again. */
const eventOf = ({ id, at, sequence, case_id, actor_id, happening }: EventRow): CaseEvent => {
  const stored = happening as unknown as CaseHappening
  const placed = { id, at, sequence, caseId: case_id, actor: actor_id }
  return stored.type === 'dispatched'
    ? { ...placed, ...stored, dueAt: new Date(stored.dueAt) }
    : { ...placed, ...stored }
}

/** Every event of these cases, in their order. */
export const eventsOf = async (db: Db, branchId: number, caseIds: readonly Id[]): Promise<CaseEvent[]> => {
  const rows = await db
    .selectFrom('retention_event')
    .selectAll()
    .where('branch_id', '=', branchId)
    .where('case_id', '=', sql<Id>`any(${[...caseIds]}::uuid[])`)
    .orderBy('case_id')
    .orderBy('sequence')
    .execute()
  return rows.map(eventOf)
}

/** Where each of these cases stands, by its id. */
export const statesOf = async (db: Db, branchId: number, caseIds: readonly Id[]): Promise<Map<Id, CaseState>> => {
  const events = Map.groupBy(await eventsOf(db, branchId, caseIds), ({ caseId }) => caseId)
  return new Map([...events].map(([id, own]) => [id, reduceCase(own)]))
}

/** All of a customer's cases, the newest last. */
export const statesOfCustomer = async (db: Db, branchId: number, customerId: Id): Promise<CaseState[]> => {
  const rows = await db
    .selectFrom('retention_case')
    .select('id')
    .where('branch_id', '=', branchId)
    .where('customer_id', '=', customerId)
    .orderBy('opened_at')
    .orderBy('id')
    .execute()
  const ids = rows.map(({ id }) => id)
  const states = await statesOf(db, branchId, ids)
  return ids.flatMap((id) => states.get(id) ?? [])
}

/** Talks about staying that we began and that reached the customer, and the last no and goodbye. */
export const triedIn = (states: readonly CaseState[]): Pick<Persuaded, 'attempts' | 'declinedAt' | 'letGoAt'> => ({
  attempts: states.flatMap(({ talks }) =>
    talks
      .filter(({ reached, direction, about }) => reached && direction === 'outbound' && about === 'staying')
      .map(({ at }) => at),
  ),
  declinedAt: latest(states.map(({ declinedAt }) => declinedAt)),
  letGoAt: latest(states.map(({ letGoAt }) => letGoAt)),
})

export const latest = (instants: readonly (Date | null)[]): Date | null =>
  instants.filter((at) => at !== null).toSorted((a, b) => b.getTime() - a.getTime())[0] ?? null

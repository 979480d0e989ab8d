import { sql, type SqlBool } from 'kysely'
import type { Id } from '#domain/kernel/id.ts'
import { scopeOf } from '#domain/staff/scope.ts'
import { customersWithin } from '#server/customer/filter.ts'
import type { Db } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'

type Ref = { id: Id; name: string }

/** Whose figures are counted: a team's, with the units it is made of, or one person's own (`unitIds` null). */
export type Whose = { unit: Ref | null; unitIds: readonly Id[] | null; people: readonly Ref[] }

type Unit = Ref & { parentId: Id | null }

/** The caller's own figures. */
export const ownOf = (caller: Caller): Whose => ({
  unit: null,
  unitIds: null,
  people: [{ id: caller.staffId, name: caller.name }],
})

/** The units a caller may see figures of, in the order of their codes. */
export const unitsToSee = async (db: Db, caller: Caller): Promise<Unit[]> => {
  const scope = scopeOf(caller, 'team.read')
  if (scope.kind !== 'units' && scope.kind !== 'all') return []
  const rows = await db
    .selectFrom('unit')
    .select(['id', 'name', 'parent_id'])
    .where('branch_id', '=', caller.branchId)
    .$if(scope.kind === 'units', (query) =>
      query.where('id', '=', sql<Id>`any(${scope.kind === 'units' ? [...scope.unitIds] : []}::uuid[])`),
    )
    .orderBy('code')
    .execute()
  return rows.map(({ id, name, parent_id }) => ({ id, name, parentId: parent_id }))
}

/** The people who keep customers in a unit and those below it; without a unit in all the caller may see. */
export const teamOf = async (db: Db, caller: Caller, units: readonly Unit[], unitId?: Id): Promise<Whose> => {
  const unit = units.find(({ id }) => id === unitId) ?? null
  if (unitId && !unit) return fail('record.not_found')
  const unitIds = unit ? withThoseBelow(units, unit.id) : units.map(({ id }) => id)
  const people = await peopleIn(db, caller.branchId, unitIds)
  return { unit: unit ?? topOf(units), unitIds, people }
}

/** Those a person works beside: everyone who keeps customers in the same unit. */
export const colleaguesOf = async (db: Db, caller: Caller): Promise<Whose> => {
  const { unit_id } = await db
    .selectFrom('staff')
    .select('unit_id')
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', caller.staffId)
    .executeTakeFirstOrThrow()
  return { unit: null, unitIds: [unit_id], people: await peopleIn(db, caller.branchId, [unit_id]) }
}

const peopleIn = async (db: Db, branchId: number, unitIds: readonly Id[]): Promise<Ref[]> =>
  db
    .selectFrom('staff')
    .select(['id', 'name'])
    .where('branch_id', '=', branchId)
    .where('active', '=', true)
    .where('unit_id', '=', sql<Id>`any(${[...unitIds]}::uuid[])`)
    .where(sql<SqlBool>`roles && array['manager', 'vip_desk']`)
    .orderBy('name_sort')
    .execute()

/** The unit all others lie below, if there is one. */
const topOf = (units: readonly Unit[]): Ref | null => {
  const ids = new Set(units.map(({ id }) => id))
  const tops = units.filter(({ parentId }) => parentId === null || !ids.has(parentId))
  return tops.length === 1 ? (tops[0] ?? null) : null
}

const withThoseBelow = (units: readonly Unit[], top: Id): Id[] => {
  const below = units.filter(({ parentId }) => parentId === top)
  return [top, ...below.flatMap(({ id }) => withThoseBelow(units, id))]
}

export const idsOf = ({ people }: Whose): Id[] => people.map(({ id }) => id)

/** The customers figures are about, each with its newest standing: a team's, or those somebody is the manager of. */
export const customersOf = (db: Db, caller: Caller, whose: Whose) => {
  const managers = sql<Id>`any(${idsOf(whose)}::uuid[])`
  return customersWithin(db, caller, 'customer.read').where((eb) =>
    eb.or([
      eb('customer.manager_id', '=', managers),
      ...(whose.unitIds ? [eb('customer.unit_id', '=', sql<Id>`any(${[...whose.unitIds]}::uuid[])`)] : []),
    ]),
  )
}

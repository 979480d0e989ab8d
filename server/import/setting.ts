import type { Mapping } from '#domain/import/mapping.ts'
import type { ImportMode } from '#domain/import/plan.ts'
import type { Day } from '#domain/kernel/day.ts'
import { type Scope, scopeOf } from '#domain/staff/scope.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'

/** What stays the same from the first row of an import to the last. */
export type Setting = {
  branchId: number
  importId: string
  mapping: Mapping
  mode: ImportMode
  /** The day the file's attributes are true for. */
  asOf: Day
  today: Day
  actor: Caller
  /** Customers the import may touch. */
  scope: Scope
  staff: StaffDirectory
  /** Who keeps new customers that the file gives to nobody. */
  keeper: StaffMember | null
}

export type StaffMember = { id: string; unitId: string }

/** The staff a file may name, by number and by name; a name may be several people's. */
export type StaffDirectory = {
  byId: ReadonlyMap<string, StaffMember>
  byCode: ReadonlyMap<string, StaffMember>
  byName: ReadonlyMap<string, StaffMember[]>
}

/** People who may be given customers: those of the units the import reaches. */
export const staffDirectory = async (db: Db, actor: Caller): Promise<StaffDirectory> => {
  const scope = scopeOf(actor, 'import.run')
  const people = await db
    .selectFrom('staff')
    .select(['id', 'code', 'name', 'unit_id'])
    .where('branch_id', '=', actor.branchId)
    .where('active', '=', true)
    .execute()
  const within = people.filter(({ unit_id: unit }) => scope.kind === 'all' || actor.unitIds.includes(unit))
  const byName = Map.groupBy(within, ({ name }) => name)
  const member = (one: (typeof within)[number]): StaffMember => ({ id: one.id, unitId: one.unit_id })
  return {
    byId: new Map(within.map((one) => [one.id, member(one)])),
    byCode: new Map(within.map((one) => [one.code, member(one)])),
    byName: new Map([...byName].map(([name, all]) => [name, all.map(member)])),
  }
}

/** Who is meant by a staff number or a name; the name must be one person's. */
export const staffNamed = ({ byCode, byName }: StaffDirectory, text: string): StaffMember | 'unknown' | 'ambiguous' => {
  const named = byName.get(text) ?? []
  return byCode.get(text) ?? (named.length > 1 ? 'ambiguous' : (named[0] ?? 'unknown'))
}

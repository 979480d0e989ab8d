import { type RawBuilder, sql, type SqlBool } from 'kysely'
import type { CustomerKind } from '#domain/customer/kind.ts'
import type { Values } from '#domain/import/plan.ts'
import { flatValue } from '#domain/import/stored.ts'
import type { Scope } from '#domain/staff/scope.ts'
import type { Db } from '#server/db/pool.ts'
import { withinScope } from '#server/staff/scope.ts'

/** A customer as an import finds it. */
export type Known = {
  id: string
  code: string
  kind: CustomerKind
  version: number
  /** Within what the import may touch. */
  mine: boolean
  /** The code of the customer this one was merged into. */
  mergedInto: string | null
  dossier: Record<string, unknown>
  /** Everything an import can write, flat: record fields and dossier fields by their keys; empty fields are left out. */
  values: Values
  phoneMemberId: string | null
}

type Wanted = { codes: readonly string[] } | { ids: readonly string[] }

/** Customers by code or id; locked in the order of their ids when they are about to be written. */
export const knownCustomers = async (
  db: Db,
  branchId: number,
  scope: Scope,
  wanted: Wanted,
  lock: boolean,
): Promise<Known[]> => {
  const which: RawBuilder<SqlBool> =
    'codes' in wanted
      ? sql`customer.code = any(${[...wanted.codes]}::text[])`
      : sql`customer.id = any(${[...wanted.ids]}::uuid[])`
  const rows = await db
    .selectFrom('customer')
    .where('customer.branch_id', '=', branchId)
    .where(which)
    .selectAll('customer')
    .select((eb) => [
      withinScope(scope)(eb).as('mine'),
      mainMember('id').as('phone_member_id'),
      mainMember('number').as('phone'),
      sql<string | null>`(select c.state from consent c where c.branch_id = customer.branch_id
        and c.customer_id = customer.id and c.purpose = 'any')`.as('consent'),
      sql<string | null>`(select k.code from customer k where k.branch_id = customer.branch_id
        and k.id = customer.merged_into)`.as('into_code'),
    ])
    .orderBy('customer.id')
    .$if(lock, (q) => q.forUpdate(['customer']))
    .execute()
  return rows.map((row) => {
    const dossier = row.dossier as Record<string, unknown>
    return {
      id: row.id,
      code: row.code,
      kind: row.kind,
      version: row.version,
      mine: Boolean(row.mine),
      mergedInto: row.into_code,
      dossier,
      phoneMemberId: row.phone_member_id,
      values: withoutEmpty({
        ...Object.fromEntries(Object.entries(dossier).map(([key, value]) => [key, flatValue(value)])),
        name: row.name,
        since: row.since,
        officialLevel: row.official_level,
        officialPoints: row.official_points,
        managerId: row.manager_id,
        unitId: row.unit_id,
        backupId: row.backup_id,
        addressForm: row.address_form,
        phone: row.phone,
        consent: row.consent === null ? null : row.consent === 'given',
      }),
    }
  })
}

const mainMember = (column: 'id' | 'number') => sql<string | null>`(select m.${sql.ref(column)} from member m
  where m.branch_id = customer.branch_id and m.customer_id = customer.id and m.number is not null and m.removed_at is null
  order by m.main desc, m.number limit 1)`

const withoutEmpty = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))

import { sql } from 'kysely'
import type { CustomerKind } from '#domain/customer/kind.ts'
import { searchKeysOf, type SearchKeys } from '#domain/customer/name-keys.ts'
import { memberKindOf } from '#domain/customer/phone.ts'
import type { Values } from '#domain/import/plan.ts'
import { unflattened } from '#domain/import/stored.ts'
import type { Day } from '#domain/kernel/day.ts'
import { bindWelcomes } from '#server/customer/bind-welcome.ts'
import { keyRows, nameColumns } from '#server/customer/search-rows.ts'
import { freshId } from '#server/db/id.ts'
import { insertRows } from '#server/db/insert-rows.ts'
import type { Trx } from '#server/db/pool.ts'
import type { Known } from './known.ts'

export type Writer = { branchId: number; actorId: string; at: Date; today: Day }

export type NewCustomer = { id: string; code: string; kind: CustomerKind; after: Values }

/** A change to a customer that is locked: `after` holds the fields to write, null for one to be emptied. */
export type Change = { known: Known; after: Values }

/** Values that have a place of their own; all others are the dossier's. */
const placed = new Set([
  'name',
  'since',
  'officialLevel',
  'officialPoints',
  'managerId',
  'unitId',
  'backupId',
  'addressForm',
  'phone',
  'consent',
])

const dossierOf = (values: Values): [string, unknown][] =>
  Object.entries(values).flatMap(([key, flat]) => (placed.has(key) ? [] : [[key, unflattened(key, flat)]]))

const searchKeys = (name: string, kind: CustomerKind): SearchKeys =>
  searchKeysOf(name, kind === 'person' ? 'person' : 'organisation')

/** Adds customers with all they are found by. */
export const addCustomers = async (trx: Trx, writer: Writer, made: readonly NewCustomer[]): Promise<void> => {
  const { branchId, at } = writer
  const named = made.map((one) => {
    const name = String(one.after['name'] ?? one.code)
    return { ...one, name, keys: searchKeys(name, one.kind), phone: textOf(one.after['phone']) }
  })
  await insertRows(
    trx,
    'customer',
    named.map(({ id, code, kind, after, name, keys }) => ({
      branch_id: branchId,
      id,
      code,
      kind,
      ...nameColumns(name, kind, keys),
      manager_id: after['managerId'] ?? null,
      unit_id: after['unitId'] ?? null,
      since: after['since'] ?? null,
      official_level: after['officialLevel'] ?? null,
      official_points: after['officialPoints'] ?? null,
      address_form: after['addressForm'] ?? null,
      dossier: Object.fromEntries(dossierOf(after).filter(([, value]) => value !== null)),
      version: 1,
      created_at: at,
      updated_at: at,
    })),
  )
  await insertRows(
    trx,
    'member',
    named.flatMap(({ id, phone }) => (phone === null ? [] : [memberRow(writer, id, phone)])),
  )
  await insertRows(
    trx,
    'customer_key',
    named.flatMap(({ id, keys, phone }) => keyRows(branchId, id, keys, phone === null ? [] : [phone])),
    { skipKnown: true },
  )
  await putConsents(
    trx,
    writer,
    named.flatMap(({ id, after }) => (after['consent'] === undefined ? [] : [{ id, consent: after['consent'] }])),
  )
  await insertRows(
    trx,
    'audit_event',
    named.map(({ id, name }) => auditRow(writer, 'customer.added', id, 1, null, { name })),
  )
}

/** Changes locked customers, each as one change of its history. */
export const changeCustomers = async (trx: Trx, writer: Writer, changes: readonly Change[]): Promise<void> => {
  if (changes.length === 0) return
  const { branchId, at } = writer
  const renamed = changes.flatMap(({ known, after }) =>
    typeof after['name'] === 'string'
      ? [{ known, name: after['name'], keys: searchKeys(after['name'], known.kind) }]
      : [],
  )
  const columnsOfName = new Map(renamed.map(({ known, name, keys }) => [known.id, nameColumns(name, known.kind, keys)]))
  const rows = changes.map(({ known, after }) => {
    const now: Values = { ...known.values, ...after }
    return {
      branch_id: branchId,
      id: known.id,
      ...columnsOfName.get(known.id),
      manager_id: now['managerId'] ?? null,
      unit_id: now['unitId'] ?? null,
      since: now['since'] ?? null,
      official_level: now['officialLevel'] ?? null,
      official_points: now['officialPoints'] ?? null,
      address_form: now['addressForm'] ?? null,
      dossier: Object.fromEntries(
        [...Object.entries(known.dossier), ...dossierOf(after)].filter(([key]) => after[key] !== null),
      ),
    }
  })
  await sql`
    update customer set version = customer.version + 1, updated_at = ${at},
      name = coalesce(r.name, customer.name), name_sort = coalesce(r.name_sort, customer.name_sort),
      name_folded = coalesce(r.name_folded, customer.name_folded),
      name_reading = case when r.name is null then customer.name_reading else r.name_reading end,
      manager_id = r.manager_id, unit_id = r.unit_id, since = r.since, official_level = r.official_level,
      official_points = r.official_points, address_form = r.address_form, dossier = r.dossier
    from json_populate_recordset(null::customer, ${JSON.stringify(rows)}::json) as r
    where customer.branch_id = ${branchId} and customer.id = r.id`.execute(trx)
  await bindWelcomes(
    trx,
    branchId,
    changes.map(({ known }) => known.id),
    writer.today,
  )
  if (renamed.length > 0) {
    await trx
      .deleteFrom('customer_key')
      .where('branch_id', '=', branchId)
      .where((eb) => eb('customer_id', '=', eb.fn.any(eb.val(renamed.map(({ known }) => known.id)))))
      .where('kind', 'in', ['initials', 'spelling'])
      .execute()
    const keys = renamed.flatMap((one) => keyRows(branchId, one.known.id, one.keys, []))
    await insertRows(trx, 'customer_key', keys, { skipKnown: true })
  }
  await changePhones(trx, writer, changes)
  await putConsents(
    trx,
    writer,
    changes.flatMap(({ known, after }) =>
      after['consent'] === undefined ? [] : [{ id: known.id, consent: after['consent'] }],
    ),
  )
  await insertRows(
    trx,
    'audit_event',
    changes.map(({ known, after }) => {
      const fields = Object.entries(after).map(([field, value]) => ({
        field,
        before: unflattened(field, known.values[field] ?? null),
        after: unflattened(field, value),
      }))
      return auditRow(writer, 'customer.changed', known.id, known.version + 1, fields, {})
    }),
  )
}

const changePhones = async (trx: Trx, writer: Writer, changes: readonly Change[]): Promise<void> => {
  const { branchId } = writer
  const moved = changes.filter(({ after }) => after['phone'] !== undefined)
  if (moved.length === 0) return
  const old = moved.flatMap(({ known }) => {
    const phone = textOf(known.values['phone'])
    return phone === null ? [] : keyRows(branchId, known.id, null, [phone])
  })
  await sql`delete from customer_key k using json_populate_recordset(null::customer_key, ${JSON.stringify(old)}::json) as r
    where k.branch_id = ${branchId} and k.customer_id = r.customer_id and k.kind = r.kind and k.key = r.key`.execute(
    trx,
  )
  const rows = moved.map(({ known, after }) => ({
    ...memberRow(writer, known.id, textOf(after['phone']) ?? ''),
    ...(known.phoneMemberId === null ? {} : { id: known.phoneMemberId }),
  }))
  const kept = rows.filter(({ number }) => number !== '')
  await insertRows(trx, 'member', kept, { skipKnown: true })
  await sql`update member m set number = r.number, version = m.version + 1
    from json_populate_recordset(null::member, ${JSON.stringify(kept)}::json) as r
    where m.branch_id = ${branchId} and m.id = r.id and m.number is distinct from r.number`.execute(trx)
  await trx
    .deleteFrom('member')
    .where('branch_id', '=', branchId)
    .where((eb) => eb('id', '=', eb.fn.any(eb.val(rows.filter(({ number }) => number === '').map(({ id }) => id)))))
    .execute()
  const keys = kept.flatMap((row) => keyRows(branchId, row.customer_id, null, [row.number]))
  await insertRows(trx, 'customer_key', keys, { skipKnown: true })
}

const memberRow = ({ branchId, at }: Writer, customerId: string, number: string) => ({
  branch_id: branchId,
  id: freshId(at),
  customer_id: customerId,
  kind: memberKindOf(number),
  number,
  main: true,
  status: 'active',
  version: 1,
})

/** Whether the customer agrees to be contacted at all; null takes back what was said. */
const putConsents = async (
  trx: Trx,
  { branchId, today }: Writer,
  said: readonly { id: string; consent: Values[string] | undefined }[],
): Promise<void> => {
  if (said.length === 0) return
  await trx
    .deleteFrom('consent')
    .where('branch_id', '=', branchId)
    .where('purpose', '=', 'any')
    .where((eb) => eb('customer_id', '=', eb.fn.any(eb.val(said.map(({ id }) => id)))))
    .execute()
  await insertRows(
    trx,
    'consent',
    said.flatMap(({ id, consent }) =>
      typeof consent === 'boolean'
        ? [
            {
              branch_id: branchId,
              customer_id: id,
              purpose: 'any',
              state: consent ? 'given' : 'refused',
              since: today,
              source: 'import',
            },
          ]
        : [],
    ),
  )
}

const auditRow = (
  { branchId, actorId, at }: Writer,
  action: string,
  customerId: string,
  version: number,
  changes: object | null,
  params: object,
) => ({
  branch_id: branchId,
  id: freshId(at),
  at,
  actor_id: actorId,
  action,
  entity: 'customer',
  entity_id: customerId,
  customer_id: customerId,
  version,
  changes,
  params,
})

const textOf = (value: Values[string] | undefined): string | null => (typeof value === 'string' ? value : null)

import { sql } from 'kysely'
import { addressFormOf } from '#domain/customer/address-form.ts'
import type { Source } from '#domain/customer/completeness.ts'
import { fieldOf } from '#domain/customer/dossier.ts'
import { checkValue, type DossierValue } from '#domain/customer/dossier-value.ts'
import { changesOf, conflictsWith, type EarlierChange, type FieldChange } from '#domain/customer/edit.ts'
import type { CustomerKind } from '#domain/customer/kind.ts'
import { searchKeysOf, type SearchKeys } from '#domain/customer/name-keys.ts'
import { memberKindOf, phoneOf } from '#domain/customer/phone.ts'
import { audit } from '#server/db/audit.ts'
import { freshId } from '#server/db/id.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { maskedConflicts } from './masked.ts'
import { lockNumbers, requireFreeNumber } from './numbers.ts'
import { keyRows, nameColumns } from './search-rows.ts'
import { requireCustomer } from './show.ts'

type Dossier = Record<string, unknown>
type Fields = { name?: string | undefined; addressForm?: string | null | undefined; since?: string | null | undefined }
type NewCustomer = Fields & {
  code: string
  kind: CustomerKind
  name: string
  phone?: string | undefined
  dossier?: Dossier | undefined
}

/** Adds a customer for the caller to keep. Sent twice under one id it is one write; a code that is taken is refused. */
export const addCustomer = async (db: Db, caller: Caller, at: Date, id: string, wanted: NewCustomer) => {
  const phone = wanted.phone
    ? (phoneOf(wanted.phone) ??
      fail('rule.refused', { reasons: [{ code: 'phone.unreadable', params: { phone: wanted.phone } }] }))
    : null
  const dossier = checkedDossier(wanted.kind, wanted.dossier ?? {})
  const { addressForm } = checkedFields(wanted.name, { addressForm: wanted.addressForm })
  return inTransaction(db, async (trx) => {
    if (phone) await lockNumbers(trx, caller.branchId, 'one')
    const known = await trx
      .selectFrom('customer')
      .select(['id', 'version', 'code'])
      .where('branch_id', '=', caller.branchId)
      .where((eb) => eb.or([eb('id', '=', id), eb('code', '=', wanted.code)]))
      .executeTakeFirst()
    if (known)
      return known.id === id && known.code === wanted.code
        ? { id, version: known.version }
        : fail('record.exists', { params: { field: 'code', value: wanted.code } })
    const keys = searchKeysOf(wanted.name, wanted.kind === 'person' ? 'person' : 'organisation')
    await trx
      .insertInto('customer')
      .values({
        branch_id: caller.branchId,
        id,
        code: wanted.code,
        kind: wanted.kind,
        ...nameColumns(wanted.name, wanted.kind, keys),
        address_form: addressForm ?? null,
        since: wanted.since ?? null,
        manager_id: caller.staffId,
        unit_id: sql`(select unit_id from staff where branch_id = ${caller.branchId} and id = ${caller.staffId})`,
        dossier: JSON.stringify(dossier),
        created_at: at,
        updated_at: at,
      })
      .execute()
    if (phone) {
      await requireFreeNumber(trx, caller.branchId, id, phone)
      await trx
        .insertInto('member')
        .values({
          branch_id: caller.branchId,
          id: freshId(at),
          customer_id: id,
          kind: memberKindOf(phone),
          number: phone,
          main: true,
        })
        .execute()
    }
    await writeKeys(trx, caller.branchId, id, keys, phone ? [phone] : [])
    await audit(trx, caller.branchId, caller.staffId, at, {
      action: 'customer.added',
      entity: 'customer',
      entityId: id,
      customerId: id,
      version: 1,
      changes: changesOf({}, { name: wanted.name, ...dossier }),
      params: { name: wanted.name },
    })
    return { id, version: 1 }
  })
}

/**
 * Changes fields. Those nobody else touched since `baseVersion` merge; where both wrote the same field, nothing is
 * written and the conflict carries both texts, so that neither person's words are lost.
 */
export const changeCustomer = async (
  db: Db,
  caller: Caller,
  at: Date,
  id: string,
  wanted: WantedChange,
): Promise<{ version: number }> => {
  const { version } = await inTransaction(db, (trx) => changeCustomerIn(trx, caller, at, id, wanted))
  return { version }
}

export type WantedChange = {
  /** Null: whatever stands there now may be overwritten (a restore, a merge). */
  baseVersion: number | null
  fields?: Fields | undefined
  dossier?: Dossier | undefined
  source?: Source | undefined
}

/** `changeCustomer` as a part of a larger transaction; also answers what really changed. */
export const changeCustomerIn = async (
  trx: Db,
  caller: Caller,
  at: Date,
  id: string,
  wanted: WantedChange,
): Promise<{ version: number; changes: FieldChange[] }> => {
  await sql`select 1 from customer where branch_id = ${caller.branchId} and id = ${id} for update`.execute(trx)
  const row = await requireCustomer(trx, caller, id, 'customer.write')
  const dossier = checkedDossier(row.kind, wanted.dossier ?? {})
  const flat = { ...checkedFields(row.name, wanted.fields ?? {}), ...dossier }
  const since = wanted.baseVersion === null ? [] : await changesSince(trx, caller.branchId, id, wanted.baseVersion)
  const conflicts = conflictsWith(flat, since)
  if (conflicts.length > 0) return fail('record.conflict', { conflicts: maskedConflicts(conflicts) })
  const current = { ...(row.dossier as Dossier), name: row.name, addressForm: row.address_form, since: row.since }
  const changes = changesOf(current, flat)
  if (changes.length === 0) return { version: row.version, changes }
  const version = row.version + 1
  await writeChanges(trx, caller, at, row, changes, version)
  await audit(trx, caller.branchId, caller.staffId, at, {
    action: 'customer.changed',
    entity: 'customer',
    entityId: id,
    customerId: id,
    version,
    changes,
    ...(wanted.source ? { params: { source: wanted.source } } : {}),
  })
  return { version, changes }
}

/** The form of address is the customer's own choice, checked against the name it goes with [K-35]. */
const checkedFields = (name: string, fields: Fields): Fields => {
  if (!fields.addressForm) return fields.addressForm === '' ? { ...fields, addressForm: null } : fields
  const form = addressFormOf(fields.addressForm, fields.name ?? name)
  return form.ok ? { ...fields, addressForm: form.value } : fail('rule.refused', { reasons: [form.error] })
}

const writeChanges = async (
  trx: Db,
  caller: Caller,
  at: Date,
  row: { id: string; kind: string; dossier: unknown },
  changes: FieldChange[],
  version: number,
) => {
  const after = Object.fromEntries(changes.map((c) => [c.field, c.after]))
  const name = typeof after.name === 'string' ? after.name : null
  const keys = name === null ? null : searchKeysOf(name, row.kind === 'person' ? 'person' : 'organisation')
  const { name: _name, addressForm, since, ...dossierPart } = after
  await trx
    .updateTable('customer')
    .set({
      version,
      updated_at: at,
      dossier: JSON.stringify(withoutUnknown({ ...(row.dossier as Dossier), ...dossierPart })),
      ...(name !== null && keys ? nameColumns(name, row.kind as CustomerKind, keys) : {}),
      ...(addressForm === undefined ? {} : { address_form: addressForm as string | null }),
      ...(since === undefined ? {} : { since: since as string | null }),
    })
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', row.id)
    .execute()
  if (keys) await replaceNameKeys(trx, caller.branchId, row.id, keys)
}

/** What was changed on an entity after a version, by whom. */
export const changesSince = async (
  trx: Db,
  branchId: number,
  id: string,
  baseVersion: number,
): Promise<EarlierChange[]> => {
  const events = await trx
    .selectFrom('audit_event')
    .leftJoin('staff', (on) =>
      on.onRef('staff.branch_id', '=', 'audit_event.branch_id').onRef('staff.id', '=', 'audit_event.actor_id'),
    )
    .select(['audit_event.version', 'audit_event.changes', 'audit_event.at', 'staff.name'])
    .where('audit_event.branch_id', '=', branchId)
    .where('audit_event.entity_id', '=', id)
    .where('audit_event.version', '>', baseVersion)
    .execute()
  return events.flatMap((event) =>
    ((event.changes ?? []) as FieldChange[]).map((change) => ({
      ...change,
      version: event.version ?? 0,
      by: event.name ?? '',
      at: event.at.toISOString(),
    })),
  )
}

const checkedDossier = (kind: CustomerKind, values: Dossier): Record<string, DossierValue> => {
  const checked = Object.entries(values).map(([key, value]) => ({
    key,
    result: checkValue(fieldOf(key), key, kind, value),
  }))
  const reasons = checked.flatMap(({ result }) => (result.ok ? [] : [result.error]))
  if (reasons.length > 0) return fail('rule.refused', { reasons })
  return Object.fromEntries(checked.flatMap(({ key, result }) => (result.ok ? [[key, result.value]] : [])))
}

/** Nothing known is stored as nothing, so that a dossier holds only what somebody found out. */
const withoutUnknown = (dossier: Dossier): Dossier =>
  Object.fromEntries(Object.entries(dossier).filter(([, value]) => value !== null))

/** The look-up rows of a customer: every reading of the name, every number reversed so that a tail is a prefix. */
export const writeKeys = async (
  trx: Db,
  branchId: number,
  customerId: string,
  keys: SearchKeys,
  numbers: readonly string[],
): Promise<void> => {
  const rows = keyRows(branchId, customerId, keys, numbers)
  if (rows.length > 0)
    await trx
      .insertInto('customer_key')
      .values(rows)
      .onConflict((on) => on.doNothing())
      .execute()
}

const replaceNameKeys = async (trx: Db, branchId: number, customerId: string, keys: SearchKeys): Promise<void> => {
  await trx
    .deleteFrom('customer_key')
    .where('branch_id', '=', branchId)
    .where('customer_id', '=', customerId)
    .where('kind', 'in', ['initials', 'spelling'])
    .execute()
  await writeKeys(trx, branchId, customerId, keys, [])
}

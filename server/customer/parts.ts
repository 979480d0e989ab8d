import { sql } from 'kysely'
import type { Source } from '#domain/customer/completeness.ts'
import { birthdayFrom } from '#domain/customer/birthday.ts'
import { changesOf, conflictsWith, type EarlierChange } from '#domain/customer/edit.ts'
import { answersFrom, stageOf } from '#domain/customer/experience.ts'
import { nameSortKey } from '#domain/customer/name.ts'
import { phoneOf } from '#domain/customer/phone.ts'
import { surnameReading } from '#domain/customer/surnames.ts'
import type { Day } from '#domain/kernel/day.ts'
import { audit } from '#server/db/audit.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { lockCustomer } from './lock.ts'
import { maskedConflicts } from './masked.ts'
import { lockKeysOf, lockNumbers, refreshNumberKeys, requireFreeNumber } from './numbers.ts'
import { requirePhotoRoom } from './photo-room.ts'
import { requireCustomer } from './show.ts'
import { changesSince } from './write.ts'

export type Values = Record<string, unknown>

/** One kind of thing that stands under a customer: its table, its fields' columns, and what follows from a change. */
export type Part = {
  table:
    | 'contact_person'
    | 'member'
    | 'holding'
    | 'sighting'
    | 'small_wish'
    | 'customer_photo'
    | 'points_entry'
    | 'outlet_evaluation'
    | 'market_note'
  entity: string
  columns: Readonly<Record<string, string>>
  required: readonly string[]
  /** Puts values into stored form, or refuses them. */
  checked?: (values: Values) => Values
  /** Columns that follow from the fields, given all of them. */
  derived?: (all: Values, changed: Values, today: Day) => Values
  /** Refuses what other records do not allow: `all` as it would stand, `changed` of it what this write changes. */
  allowed?: (
    trx: Db,
    caller: Caller,
    place: { customerId: string; id: string; today: Day },
    all: Values,
    changed: Values,
  ) => Promise<void>
  /** Has numbers a customer is found by. */
  numbered?: true
  notedBy?: true
}

const refusedPhone = (phone: string): never =>
  fail('rule.refused', { reasons: [{ code: 'phone.unreadable', params: { phone } }] })

const storedPhone = (value: unknown): unknown =>
  typeof value === 'string' && value !== '' ? (phoneOf(value) ?? refusedPhone(value)) : null

const storedBirthday = (value: unknown): unknown =>
  value === null
    ? null
    : (birthdayFrom(value) ??
      fail('rule.refused', { reasons: [{ code: 'dossier.not_birthday', params: { field: 'birthday' } }] }))

/** Text of nothing is nothing known. */
const withoutEmpty = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value === '' ? null : value]))

const mapped = (values: Values, field: string, store: (value: unknown) => unknown): Values =>
  field in values ? { ...values, [field]: store(values[field]) } : values

export const parts = {
  people: {
    table: 'contact_person',
    entity: 'person',
    columns: {
      name: 'name',
      addressForm: 'address_form',
      title: 'title',
      department: 'department',
      decisionRole: 'decision_role',
      relationship: 'relationship',
      phone: 'phone',
      birthday: 'birthday',
      note: 'note',
      lastMetOn: 'last_met_on',
    },
    required: ['name'],
    checked: (values) => mapped(mapped(values, 'phone', storedPhone), 'birthday', storedBirthday),
    derived: ({ name }) => ({
      name_sort: nameSortKey(String(name)),
      name_reading: surnameReading(String(name))?.reading ?? null,
    }),
    numbered: true,
  },
  members: {
    table: 'member',
    entity: 'member',
    columns: {
      kind: 'kind',
      number: 'number',
      holderName: 'holder_name',
      userName: 'user_name',
      product: 'product',
      monthlyFeeFen: 'monthly_fee_fen',
      main: 'main',
      status: 'status',
      contractUntil: 'contract_until',
    },
    required: ['kind'],
    checked: (values) => {
      const number = values['number']
      return typeof number === 'string' ? { ...values, number: phoneOf(number) ?? number } : values
    },
    numbered: true,
  },
  holdings: {
    table: 'holding',
    entity: 'holding',
    columns: {
      product: 'product',
      note: 'note',
      monthlyFeeFen: 'monthly_fee_fen',
      until: 'until',
      answers: 'answers',
      stage: 'stage',
      stageOn: 'stage_on',
    },
    required: ['product'],
    checked: (values) => {
      if (!('answers' in values)) return values
      const answers = answersFrom(values['answers'])
      return { ...values, answers, stage: stageOf(answers) }
    },
    derived: (_, changed, today) => ('stage' in changed ? { stage_on: today } : {}),
  },
  sightings: {
    table: 'sighting',
    entity: 'sighting',
    columns: { seenOn: 'seen_on', competitor: 'competitor', source: 'source', what: 'what' },
    required: ['seenOn', 'source', 'what'],
    notedBy: true,
  },
  wishes: {
    table: 'small_wish',
    entity: 'wish',
    columns: { what: 'what', saidOn: 'said_on', doneOn: 'done_on' },
    required: ['what', 'saidOn'],
  },
  /** Added with its picture only (`takePhoto`). */
  photos: {
    table: 'customer_photo',
    entity: 'photo',
    columns: { subject: 'subject', caption: 'caption', takenOn: 'taken_on' },
    required: ['subject', 'takenOn'],
    allowed: async (trx, { branchId }, { customerId }, _all, changed) => {
      if (changed['removed'] !== false) return
      await lockCustomer(trx, branchId, customerId)
      await requirePhotoRoom(trx, branchId, customerId)
    },
  },
} as const satisfies Record<string, Part>

export type WantedPart = {
  baseVersion: number | null
  fields: Values
  removed?: boolean | undefined
  source?: Source | undefined
}

/**
 * Writes one part of a customer's file: a new one under the id its writer made, or a change to one. What nobody else changed
 * since `baseVersion` merges; the same field written by two comes back as a conflict. Sent twice it is one write.
 */
export const writePart = async (
  db: Db,
  caller: Caller,
  moment: { at: Date; today: Day },
  part: Part,
  customerId: string,
  id: string,
  wanted: WantedPart,
): Promise<{ version: number }> =>
  inTransaction(db, async (trx) => {
    if (part.table === 'member') await lockNumbers(trx, caller.branchId, 'one')
    if (part.numbered) await lockKeysOf(trx, caller.branchId, customerId)
    await requireCustomer(trx, caller, customerId, 'customer.write')
    const { rows } = await sql<Values>`
      select * from ${sql.table(part.table)}
      where branch_id = ${caller.branchId} and id = ${id} for update`.execute(trx)
    const row = rows[0]
    if (row && row['customer_id'] !== customerId) return fail('record.not_found')
    const fields = withoutEmpty(wanted.fields)
    const flat = {
      ...(part.checked?.(fields) ?? fields),
      ...(wanted.removed === undefined ? {} : { removed: wanted.removed }),
    }
    const current = row ? currentOf(part, row) : {}
    if (!row) requireAll(part, flat)
    const before = typeof row?.['version'] === 'number' ? row['version'] : 0
    const since = row ? await changesSince(trx, caller.branchId, id, wanted.baseVersion ?? 0) : []
    if (row && wanted.baseVersion === null && isCreation(flat, since)) return { version: before }
    const conflicts = conflictsWith(flat, since)
    if (conflicts.length > 0) return fail('record.conflict', { conflicts: maskedConflicts(conflicts) })
    const changes = changesOf(current, flat)
    if (row && changes.length === 0) return { version: before }
    const changed = Object.fromEntries(changes.map(({ field, after }) => [field, after]))
    await requireFree(trx, caller, part, customerId, { ...current, ...changed }, changed)
    await part.allowed?.(trx, caller, { customerId, id, today: moment.today }, { ...current, ...changed }, changed)
    const columns = columnsOf(part, { ...current, ...changed }, changed, moment)
    const version = before + 1
    await (row
      ? updateRow(trx, part, caller.branchId, id, { ...columns, version })
      : insertRow(trx, part, caller, customerId, id, { ...columns, version }))
    if (part.numbered) await refreshNumberKeys(trx, caller.branchId, customerId)
    await audit(trx, caller.branchId, caller.staffId, moment.at, {
      action: `${part.entity}.${row ? 'changed' : 'added'}`,
      entity: part.entity,
      entityId: id,
      customerId,
      version,
      changes,
      ...(wanted.source ? { params: { source: wanted.source } } : {}),
    })
    return { version }
  })

/** Whether these are the words a part began with: its writer sends them again, whatever became of them since. */
const isCreation = (flat: Values, since: readonly EarlierChange[]): boolean => {
  const first = since.filter(({ version }) => version === 1)
  const written = Object.fromEntries(first.map(({ field, after }) => [field, after]))
  return first.length > 0 && changesOf(written, flat).length === 0
}

const currentOf = (part: Part, row: Values): Values => ({
  ...Object.fromEntries(Object.entries(part.columns).map(([field, column]) => [field, row[column] ?? null])),
  removed: row['removed_at'] !== null,
})

const requireAll = (part: Part, values: Values): void => {
  const missing = part.required.filter((field) => values[field] === undefined || values[field] === null)
  if (missing.length > 0)
    fail('request.invalid', {
      problems: missing.map((field) => ({ path: `body.fields.${field}`, message: 'missing' })),
    })
}

const requireFree = async (
  trx: Db,
  caller: Caller,
  part: Part,
  customerId: string,
  all: Values,
  changed: Values,
): Promise<void> => {
  const number = all['number']
  if (part.table !== 'member' || typeof number !== 'string' || all['removed'] === true) return
  if ('number' in changed || 'removed' in changed) await requireFreeNumber(trx, caller.branchId, customerId, number)
}

const columnsOf = (part: Part, all: Values, changed: Values, { at, today }: { at: Date; today: Day }): Values => ({
  ...Object.fromEntries(
    Object.entries(changed).flatMap(([field, value]) => {
      const column = part.columns[field]
      return column === undefined ? [] : [[column, value]]
    }),
  ),
  ...('removed' in changed ? { removed_at: changed['removed'] === true ? at : null } : {}),
  ...part.derived?.(all, changed, today),
})

const insertRow = async (
  trx: Db,
  part: Part,
  caller: Caller,
  customerId: string,
  id: string,
  columns: Values,
): Promise<void> => {
  const values: Values = {
    branch_id: caller.branchId,
    id,
    customer_id: customerId,
    ...columns,
    ...(part.notedBy ? { noted_by: caller.staffId } : {}),
  }
  const names = Object.keys(values)
  await sql`insert into ${sql.table(part.table)} (${sql.join(names.map((name) => sql.ref(name)))})
    values (${sql.join(names.map((name) => values[name]))})`.execute(trx)
}

const updateRow = async (trx: Db, part: Part, branchId: number, id: string, columns: Values): Promise<void> => {
  const sets = Object.entries(columns).map(([name, value]) => sql`${sql.ref(name)} = ${value}`)
  await sql`update ${sql.table(part.table)} set ${sql.join(sets)}
    where branch_id = ${branchId} and id = ${id}`.execute(trx)
}

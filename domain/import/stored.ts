import { type Birthday, birthdayFrom } from '#domain/customer/birthday.ts'
import { checkValue } from '#domain/customer/dossier-value.ts'
import { type Field, fieldOf as dossierFieldOf } from '#domain/customer/dossier.ts'
import type { CustomerKind } from '#domain/customer/kind.ts'
import type { DayRule } from '#domain/kernel/market.ts'
import { ok, type Result } from '#domain/kernel/result.ts'
import type { Said } from '#domain/kernel/said.ts'
import type { RowFacts } from './facts.ts'
import { echo, type FieldValue, wrong } from './parsed.ts'
import type { Values } from './plan.ts'

/** What one row says about a customer, in the terms in which customers are stored. */
export type ImportedCustomer = {
  /** Record fields (`name`, `since`, `officialLevel`, `officialPoints`, `phone`, `addressForm`, `consent`) and dossier fields by their keys. */
  values: Values
  /** Who keeps the customer, as the file names them: a staff number or a name. */
  manager: string | null
  contact: { name: string | null; phone: string | null } | null
  product: string | null
}

/** A fault of one field; `key` is the import's field. */
export type FieldFault = { key: string; said: Said<RowFacts> }

/** As on the customer's page. */
const LONGEST_ADDRESS_FORM = 20

/** Fields that are columns of the customer or stand beside it; all others are the dossier's. */
const own: Readonly<Record<string, string>> = {
  name: 'name',
  entryDate: 'since',
  officialLevel: 'officialLevel',
  officialPoints: 'officialPoints',
  phone: 'phone',
  addressForm: 'addressForm',
  consent: 'consent',
}

const elsewhere = new Set(['kind', 'manager', 'contactName', 'contactPhone', 'product', 'birthdayCalendar'])

/** Import fields that the dossier keeps under another name. */
const renamed: Readonly<Record<string, string>> = { deliveryWeekday: 'deliveryDays', orderWeekday: 'orderDay' }

/** Turns a row's fields into what is stored for a customer of this kind, or says which do not fit it. */
export const storedCustomer = (
  kind: CustomerKind,
  fields: Readonly<Record<string, FieldValue>>,
): Result<ImportedCustomer, FieldFault[]> => {
  const values: Record<string, string | number | boolean | null> = {}
  const faults: FieldFault[] = []
  for (const [key, value] of Object.entries(fields)) {
    if (elsewhere.has(key)) continue
    const column = own[key]
    if (column !== undefined) {
      values[column] = column === 'officialPoints' ? Math.round(Number(value)) : value
      if (column === 'addressForm' && String(value).length > LONGEST_ADDRESS_FORM)
        faults.push({
          key,
          said: { code: 'text.too-long', params: { length: String(value).length, limit: LONGEST_ADDRESS_FORM } },
        })
      continue
    }
    const kept = dossierValue(kind, key, value, fields)
    if (kept.ok) values[kept.value.key] = kept.value.flat
    else faults.push({ key, said: kept.error })
  }
  const contact = contactOf(fields)
  if (contact !== null && kind === 'person')
    faults.push({ key: 'contactName', said: { code: 'field.other-kind', params: { kind } } })
  else if (contact !== null && contact.name === null)
    faults.push({ key: 'contactName', said: { code: 'required', params: {} } })
  if (faults.length > 0) return { ok: false, error: faults }
  return ok({ values, manager: textOf(fields['manager']), contact, product: textOf(fields['product']) })
}

const textOf = (value: FieldValue | undefined): string | null => (typeof value === 'string' ? value : null)

const contactOf = ({
  contactName,
  contactPhone,
}: Readonly<Record<string, FieldValue>>): ImportedCustomer['contact'] => {
  if (contactName === undefined && contactPhone === undefined) return null
  return { name: textOf(contactName), phone: textOf(contactPhone) }
}

type Kept = Result<{ key: string; flat: string | number | boolean }, Said<RowFacts>>

const dossierValue = (
  kind: CustomerKind,
  key: string,
  value: FieldValue,
  fields: Readonly<Record<string, FieldValue>>,
): Kept => {
  // A company's "ID number" is its credit code.
  const name = key === 'idNumber' && kind === 'group' ? 'creditCode' : (renamed[key] ?? key)
  const field = dossierFieldOf(name)
  if (!field?.kinds.includes(kind)) return wrong('field.other-kind', { kind })
  const meant = meantBy(field, value, fields)
  if (meant === null) return wrong('day.invalid', { text: echo(String(value)) })
  if (checkValue(field, name, kind, meant).ok) return ok({ key: name, flat: flatValue(meant) as string })
  const { type } = field
  if (type.is === 'number') return wrong('number.range', { text: String(value), min: type.min, max: type.max })
  return wrong('text.too-long', { length: String(value).length, limit: type.is === 'text' && type.long ? 4000 : 400 })
}

const meantBy = (
  field: Field,
  value: FieldValue,
  fields: Readonly<Record<string, FieldValue>>,
): FieldValue | Birthday | DayRule | string[] | null => {
  if (field.type.is === 'birthday') return birthdayOf(String(value), fields['birthdayCalendar'] === 'lunar')
  if (field.type.is === 'words') return wordsIn(String(value))
  if (field.type.is !== 'days_rule') return value
  return typeof value === 'number' ? { kind: 'weekdays', weekdays: [value] } : dayRuleOf(String(value))
}

/** 钓鱼、书法；fishing, chess: one cell, several words. */
const wordsIn = (text: string): string[] =>
  text
    .split(/[、，,；;|/\n]+/u)
    .map((word) => word.trim())
    .filter((word) => word !== '')

const BIRTHDAY = /^(lunar:)?(leap:)?(?:(\d{4})-)?(\d{2})-(\d{2})$/

/** `1985-08-15`, `08-15`, `lunar:leap:1985-06-02` as a birthday; `lunar` says that a bare day is meant in the lunar calendar. */
const birthdayOf = (text: string, lunar: boolean): Birthday | null => {
  const [, marked, leap, year, month, day] = BIRTHDAY.exec(text) ?? []
  if (month === undefined || day === undefined) return null
  const calendar = marked !== undefined || lunar ? 'lunar' : 'solar'
  const parts = { year: year === undefined ? null : Number(year), month: Number(month), day: Number(day) }
  return birthdayFrom({ calendar, ...parts, ...(calendar === 'lunar' ? { leap: leap !== undefined } : {}) })
}

/** `lunar:3,6,9`, `solar:5,10`, `week:1,4` as a rule; the tenth is the days that end in 0. */
const dayRuleOf = (text: string): DayRule | null => {
  const [calendar, list = ''] = text.split(':')
  const numbers = list.split(',').map(Number)
  if (calendar === 'week') return { kind: 'weekdays', weekdays: numbers }
  if (calendar !== 'lunar' && calendar !== 'solar') return null
  return { kind: 'digits', calendar, digits: numbers.map((n) => n % 10) }
}

/** A stored value as it is compared and remembered: objects and lists as text with their keys in order. */
export const flatValue = (value: unknown): string | number | boolean | null => {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

/** What `flatValue` made of a dossier field, as it is stored. */
export const unflattened = (key: string, flat: string | number | boolean | null): unknown => {
  const type = dossierFieldOf(key)?.type.is
  const structured = type === 'birthday' || type === 'days_rule' || type === 'words' || type === 'choices'
  return structured && typeof flat === 'string' ? JSON.parse(flat) : flat
}

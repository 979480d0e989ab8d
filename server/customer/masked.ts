import { fieldOf } from '#domain/customer/dossier.ts'
import type { Conflict } from '#domain/customer/edit.ts'
import { maskedPhone, phoneOf } from '#domain/customer/phone.ts'

/** The two ends of a personal value. */
export const maskedText = (value: unknown): string => {
  const text = String(value)
  return text.length <= 4 ? '****' : `${text.slice(0, 2)}****${text.slice(-2)}`
}

/** Line and broadband accounts are numbers of ours, not of a person; telephones are masked, however many stand in one place. */
export const maskedNumber = (number: string): string => {
  const phone = phoneOf(number)
  return phone ? maskedPhone(phone) : number.replaceAll(/\d{7,}/g, maskedText)
}

/** A value as it leaves the server when nobody gave a reason to see it. */
export const maskedField = (field: string, value: unknown): unknown => {
  if (typeof value !== 'string') return value
  if (field === 'phone' || field === 'number') return maskedNumber(value)
  return fieldOf(field)?.personal ? maskedText(value) : value
}

/** What somebody else wrote meanwhile, as the page would show it: a conflict is no way round a reveal. */
export const maskedConflicts = (conflicts: readonly Conflict[]): Conflict[] =>
  conflicts.map((conflict) => ({ ...conflict, theirs: maskedField(conflict.field, conflict.theirs) }))

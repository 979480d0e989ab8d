import { isDay } from '#domain/kernel/day.ts'
import { ok } from '#domain/kernel/result.ts'
import { shown } from './cell.ts'
import { echo, type Parse, wrong } from './parsed.ts'
import { isScientific, squeezed } from './text.ts'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECKS = '10X98765432'

/** The last character of an 18-character citizen number (GB 11643-1999, ISO 7064 MOD 11-2). */
export const identityCheck = (first17: string): string => {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(first17[i]), 0)
  return CHECKS[sum % 11] ?? ''
}

/**
 * A resident identity number (18, checked) or a unified social credit code / old 15-digit number left as it is. A number cell or an
 * exponent has lost its last digits, and no repair is possible: the row goes back.
 */
export const parseIdentity: Parse<string> = (cell) => {
  const text = squeezed(shown(cell)).toUpperCase()
  if (isScientific(text)) return wrong('identity.scientific', { text: echo(text) })
  if (cell.type === 'number' && text.length > 15) return wrong('identity.rounded', { text: masked(text) })
  // A licence or credit code has letters among its 15 or 18 characters.
  if (/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(text) && /[A-WYZ]/.test(text)) return ok(text)
  if (/^\d{15}$/.test(text)) return ok(text)
  if (!/^\d{17}[\dX]$/.test(text)) return wrong('identity.length', { text: masked(text), length: text.length })
  const checks = identityCheck(text.slice(0, 17)) === text.slice(17)
  if (!checks && text.endsWith('000')) return wrong('identity.rounded', { text: masked(text) })
  if (!checks) return wrong('identity.checksum', { text: masked(text) })
  const birthday = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`
  return isDay(birthday) ? ok(text) : wrong('identity.birthday', { text: masked(text) })
}

/** Problems are stored and shown; a person's number is not spelled out in them. */
const masked = (text: string): string => (text.length < 10 ? echo(text) : `${text.slice(0, 4)}…${text.slice(-4)}`)

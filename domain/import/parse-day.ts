import { type Day, isDay, type Month } from '#domain/kernel/day.ts'
import { ok } from '#domain/kernel/result.ts'
import { serialText } from './excel-serial.ts'
import { shown } from './cell.ts'
import { echo, type Parse, type ParseContext, type Parsed, wrong } from './parsed.ts'
import { halfWidth, smallNumber } from './text.ts'

const two = (text: string | undefined): string => (text ?? '').padStart(2, '0')

/** Two-digit years: up to ten years ahead is this century, else the last. */
const fullYear = (text: string, context: ParseContext): string => {
  if (text.length !== 2) return text
  const now = Number(context.today.slice(0, 4))
  const guess = Math.floor(now / 100) * 100 + Number(text)
  return String(guess > now + 10 ? guess - 100 : guess)
}

/** Up to the 28th every day of every month exists; only the rest is worth asking a calendar. */
const existing = (day: Day, text: string): Parsed<Day> =>
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$/.test(day) || isDay(day) ? ok(day) : wrong('day.invalid', { text })

const ISO = /^\d{4}-\d{2}-\d{2}$/

/**
 * 2026-1-5, 2026/1/5, 2026.1.5, 20260105, 2026年1月5日, 26-1-5, with or without a time, and Excel's count of days. 1月5日 and 1-5
 * need the year of the import; 5/1/2026 and 1/5/26 can be read two ways and are refused unless the parts allow only one.
 */
export const parseDay: Parse<Day> = (cell, context) => {
  if (cell.type === 'date') return ok(cell.day)
  if (ISO.test(cell.raw)) return existing(cell.raw, cell.raw)
  const text = halfWidth(shown(cell)).trim()
  if (cell.type === 'number' && cell.value >= 10_000 && cell.value < 80_000)
    return existing(serialText(cell.value), text)
  const day = text.replace(/[T\s]+\d{1,2}[:时]\d{1,2}([:分]\d{1,2})?(\.\d+)?\s*(秒|Z|[AP]M)?$/i, '').replace(/\s+/g, '')
  const quoted = echo(text)
  const compact = /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(day)
  if (compact) return existing(`${compact[1]}-${compact[2]}-${compact[3]}`, quoted)
  const full =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?$/.exec(day) ??
    /^(\d{2})[-.年](\d{1,2})[-.月](\d{1,2})[日号]?$/.exec(day)
  if (full) return existing(`${fullYear(full[1] ?? '', context)}-${two(full[2])}-${two(full[3])}`, quoted)
  const western = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})$/.exec(day)
  if (western) return westernDay(western[1] ?? '', western[2] ?? '', fullYear(western[3] ?? '', context), quoted)
  const short = /^(\d{1,2})[-/.月](\d{1,2})[日号]?$/.exec(day)
  if (!short) return wrong('day.invalid', { text: quoted })
  if (context.year === null) return wrong('day.no-year', { text: quoted })
  return existing(`${context.year}-${two(short[1])}-${two(short[2])}`, quoted)
}

const westernDay = (a: string, b: string, year: string, text: string): Parsed<Day> => {
  if (Number(a) > 12) return existing(`${year}-${two(b)}-${two(a)}`, text)
  if (Number(b) > 12 || a === b) return existing(`${year}-${two(a)}-${two(b)}`, text)
  return wrong('day.ambiguous', { text })
}

/** Days that say they are lunar: 农历八月十五, 农历1985年8月15, 阴历腊月初八. */
const LUNAR =
  /^(?:农历|阴历|旧历)(?:(\d{4})年)?(闰)?(正|冬|腊|\d{1,2}|[一二三四五六七八九十]{1,2})月(初?[一二三四五六七八九十廿卅]{1,3}|\d{1,2})[日号]?$/
const LUNAR_MONTHS: Record<string, number> = { 正: 1, 冬: 11, 腊: 12 }

/**
 * A birthday: `1985-08-15`, or `08-15` where the year is not known; a lunar one begins `lunar:` and, in a leap month, `lunar:leap:`.
 * Solar days that do not exist are refused; lunar months have at most 30 days.
 */
export const parseBirthday: Parse<string> = (cell, context) => {
  const text = halfWidth(shown(cell)).replace(/[\s()]/g, '')
  const lunar = LUNAR.exec(text)
  if (lunar) {
    const month = LUNAR_MONTHS[lunar[3] ?? ''] ?? smallNumber(lunar[3] ?? '')
    const day = smallNumber(lunar[4] ?? '')
    if (!month || month > 12 || !day || day > 30) return wrong('day.invalid', { text: echo(text) })
    const year = lunar[1] ? `${lunar[1]}-` : ''
    return ok(`lunar:${lunar[2] ? 'leap:' : ''}${year}${two(String(month))}-${two(String(day))}`)
  }
  const yearless = /^(\d{1,2})[-/.月](\d{1,2})[日号]?$/.exec(text)
  if (yearless && cell.type === 'text') {
    // 2024 was a leap year: 29 February is somebody's birthday.
    const day = `${two(yearless[1])}-${two(yearless[2])}`
    return isDay(`2024-${day}`) ? ok(day) : wrong('day.invalid', { text: echo(text) })
  }
  const day = parseDay(cell, context)
  return day.ok && day.value > context.today ? wrong('day.invalid', { text: echo(text) }) : day
}

/** 2026-01, 2026/1, 202601, 2026年1月(份), 1月 with the year of the import, or any full day in the month. */
export const parseMonth: Parse<Month> = (cell, context) => {
  const named = monthIn(shown(cell), context.year)
  if (named) return named.month === null ? wrong('month.no-year', { text: echo(cell.raw) }) : ok(named.month)
  const day = parseDay(cell, context)
  return day.ok ? ok(day.value.slice(0, 7)) : wrong('month.invalid', { text: echo(cell.raw) })
}

/** The month a text names, its `month` null when it says no year; null when it names none. */
export const monthIn = (raw: string, year: number | null): { month: Month | null } | null => {
  const text = halfWidth(raw).replace(/\s/g, '')
  const full = /^((?:19|20)\d{2})(?:年|[-/.])?(0?[1-9]|1[0-2])(?:月份?)?$/.exec(text)
  if (full) return { month: `${full[1]}-${two(full[2])}` }
  const short = /^(0?[1-9]|1[0-2]|十?[一二]|[三四五六七八九十])月份?$/.exec(text)
  const month = short ? smallNumber(short[1] ?? '') : null
  if (month === null) return null
  return { month: year === null ? null : `${year}-${two(String(month))}` }
}

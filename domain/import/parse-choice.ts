import { ok } from '#domain/kernel/result.ts'
import { shown } from './cell.ts'
import { echo, type Parse, wrong } from './parsed.ts'
import { smallNumber, squeezed } from './text.ts'

const YES = new Set(['是', '有', '对', '真', '已', 'y', 'yes', 'true', 't', '1', '√', '✓', '✔'])
const NO = new Set(['否', '无', '没有', '不', '不是', '假', '未', 'n', 'no', 'false', 'f', '0', '×', '✗', 'x'])

/** 是/否, Yes/No, 1/0, true/false, √/×; null for anything else. */
export const flagIn = (text: string): boolean | null => {
  const word = squeezed(text).toLowerCase()
  if (YES.has(word)) return true
  return NO.has(word) ? false : null
}

export const parseFlag: Parse<boolean> = (cell) => {
  if (cell.type === 'boolean') return ok(cell.value)
  const flag = flagIn(shown(cell))
  return flag === null ? wrong('flag.invalid', { text: echo(cell.raw) }) : ok(flag)
}

/** One of a few values, each written in several ways; `choices` goes from value to its ways of writing, the first the one shown. */
export const parseChoice = (choices: Readonly<Record<string, readonly string[]>>): Parse<string> => {
  const values = new Map(
    Object.entries(choices).flatMap(([value, words]) =>
      [value, ...words].map((w) => [w.toLowerCase(), value] as const),
    ),
  )
  const allowed = Object.keys(choices).join(',')
  return (cell) => {
    const value = values.get(squeezed(shown(cell)).toLowerCase())
    return value === undefined ? wrong('choice.unknown', { text: echo(cell.raw), allowed }) : ok(value)
  }
}

const WEEKDAYS: Record<string, number> = {
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  日: 7,
  天: 7,
  末: 6,
  mon: 1,
  tue: 2,
  wed: 3,
  thu: 4,
  fri: 5,
  sat: 6,
  sun: 7,
}

/** 周三, 星期三, 礼拜三, 3, Wed → 3 (1 is Monday, 7 Sunday). */
const weekdayIn = (text: string): number | null => {
  const word = squeezed(text)
    .toLowerCase()
    .replace(/^(每?周|每?星期|每?礼拜)/, '')
  const day = WEEKDAYS[word] ?? WEEKDAYS[/^(mon|tue|wed|thu|fri|sat|sun)[a-z]*$/.exec(word)?.[1] ?? '']
  if (day) return day
  return /^[1-7]$/.test(word) ? Number(word) : null
}

export const parseWeekday: Parse<number> = (cell) => {
  const day = weekdayIn(shown(cell))
  return day === null ? wrong('weekday.invalid', { text: echo(cell.raw) }) : ok(day)
}

const digits = (text: string): number[] | null => {
  const parts = text.split(/[、,,;/\s和及]+/).filter((p) => p !== '')
  // 三六九 without marks between: each character is one.
  const each =
    parts.length === 1 && /^[一二三四五六七八九十]{2,}$/.test(parts[0] ?? '') ? (parts[0] ?? '').split('') : parts
  const numbers = each.map((p) => smallNumber(p.replace(/[日号]$/, '')))
  return numbers.length > 0 && numbers.every((n) => n !== null && n > 0) ? numbers.filter((n) => n !== null) : null
}

/**
 * Market days. 农历逢三六九 → `lunar:3,6,9` (every day of the lunar month whose last digit is one of these, 10 being 0; country markets
 * are lunar unless it says 公历/阳历), 公历逢五逢十 → `solar:5,10`, 每周一、四 → `week:1,4`.
 */
export const parseMarketDays: Parse<string> = (cell) => {
  const text = squeezed(shown(cell)).replaceAll(',', ',')
  const weekly = /^(?:每?(?:周|星期))(.+)$/.exec(text)
  if (weekly) {
    const days = (weekly[1] ?? '')
      .replace(/[、,和及/周星期]/g, '')
      .split('')
      .map(weekdayIn)
    if (days.length > 0 && days.every((d) => d !== null)) return ok(`week:${inOrder(days)}`)
    return wrong('market.invalid', { text: echo(cell.raw) })
  }
  const solar = /^(公历|阳历|新历)/.test(text)
  const bare = text
    .replace(/^(公历|阳历|新历|农历|阴历|旧历)/, '')
    .replace(/^每月/, '')
    .replace(/(集|赶集|赶场|赶街|为集|圩)$/, '')
  const found = digits(bare.replace(/^逢/, '').replace(/[逢排]/g, '、'))
  if (!found || found.some((n) => n > 10)) return wrong('market.invalid', { text: echo(cell.raw) })
  return ok(`${solar ? 'solar' : 'lunar'}:${inOrder(found)}`)
}

const inOrder = (days: (number | null)[]): string =>
  [...new Set(days.filter((d) => d !== null))].toSorted((a, b) => a - b).join(',')

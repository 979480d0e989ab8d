import { type Fen, fenOf } from '#domain/kernel/money.ts'
import { ok } from '#domain/kernel/result.ts'
import type { Cell } from './cell.ts'
import { echo, type Parse, type Parsed, wrong } from './parsed.ts'
import { squeezed } from './text.ts'

const PLAIN = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i
const GROUPED = /^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$/

const plainNumber = (text: string): number | null => {
  if (PLAIN.test(text)) return Number(text)
  return GROUPED.test(text) ? Number(text.replaceAll(',', '')) : null
}

const MULTIPLES: [RegExp, number][] = [
  [/亿$/, 100_000_000],
  [/万$/, 10_000],
  [/千$/, 1000],
]

/** ¥1,234.50, 1234元, 1.2万, (300), －５０, 300- → yuan; null when it is no amount. */
const yuanIn = (raw: string): number | null => {
  if (/^-?\d+(\.\d+)?$/.test(raw)) return Number(raw)
  let text = squeezed(raw).replace(/^(人民币|RMB|CNY)|(RMB|CNY)$/i, '')
  const bracketed = /^[(]([^()]+)[)]$/.exec(text)
  if (bracketed) text = `-${bracketed[1] ?? ''}`
  text = text
    .replace(/^(-?)[¥￥$]/, '$1')
    .replace(/^[¥￥$](-?)/, '$1')
    .replace(/元整?$/, '')
    .replace(/^([\d.,]+)-$/, '-$1')
  for (const [word, times] of MULTIPLES) {
    if (!word.test(text)) continue
    const base = plainNumber(text.replace(word, ''))
    return base === null ? null : base * times
  }
  return plainNumber(text)
}

const fenIn = (cell: Cell): Parsed<Fen> => {
  const yuan = cell.type === 'number' ? cell.value : cell.type === 'text' ? yuanIn(cell.raw) : null
  return yuan === null || !Number.isFinite(yuan) ? wrong('money.invalid', { text: echo(cell.raw) }) : ok(fenOf(yuan))
}

/** An amount that is never below zero: a price, a cumulative sum. */
export const parseMoney: Parse<Fen> = (cell) => {
  const fen = fenIn(cell)
  return fen.ok && fen.value < 0 ? wrong('money.negative', { amount: fen.value }) : fen
}

/**
 * A bill. `refundsAllowed` lets negative amounts through as refunds; an amount beyond the limit either way is refused as a slip.
 */
export const parseBill =
  (refundsAllowed: boolean): Parse<Fen> =>
  (cell, { absurdBill }) => {
    const fen = fenIn(cell)
    if (!fen.ok) return fen
    if (Math.abs(fen.value) > absurdBill) return wrong('money.absurd', { amount: fen.value, limit: absurdBill })
    return fen.value < 0 && !refundsAllowed ? wrong('money.negative', { amount: fen.value }) : fen
  }

/** Any number: grouped digits, full width and a closing percent sign are understood (12% → 0.12). */
export const parseNumber: Parse<number> = (cell) => {
  if (cell.type === 'number') return ok(cell.value)
  if (cell.type === 'boolean') return ok(cell.value ? 1 : 0)
  const text = squeezed(cell.raw)
  const value = plainNumber(text.replace(/%$/, ''))
  if (value === null || !Number.isFinite(value)) return wrong('number.invalid', { text: echo(cell.raw) })
  return ok(text.endsWith('%') ? value / 100 : value)
}

/** A count or level: 0, 1, 2 …; a closing unit (人, 级, 档, 分, 分钟, 条, MB) is taken off. */
export const parseCount: Parse<number> = (cell, context) => {
  const bare: Cell =
    cell.type === 'text'
      ? { type: 'text', raw: squeezed(cell.raw).replace(/(人|户|级|档|分|积分|分钟|条|次|件|MB|M)$/i, '') }
      : cell
  const number = parseNumber(bare, context)
  if (!number.ok) return wrong('number.invalid', { text: echo(cell.raw) })
  return number.value < 0 ? wrong('number.negative', { text: echo(cell.raw) }) : number
}

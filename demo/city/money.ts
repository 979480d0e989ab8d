import { type Chance, ask } from './chance.ts'
import { type CitySize, KEY_CUSTOMERS, KEY_REVENUE } from './size.ts'

/** A month's mean bill, fen. */
const MEAN_FEN = 5200
/** Deviation of one month's logarithm around a customer's own level. */
const MONTHLY = 0.25
/** Shares of customers who came within the year, and whose bills fell by more than half before the last months. */
const NEW = 0.06
const FALLING = 0.03

export type Money = {
  /** What customer `i` paid in month `m` of the window, fen; 0 before the customer came. */
  bill: (i: number, m: number) => number
  /** Whether the customer is one of the few who bring most. */
  isKey: (i: number) => boolean
  /** The month of the window a customer came in; 0 where that was before it. */
  firstMonth: (i: number) => number
  /** Key customers' share of all revenue as drawn. */
  keyRevenue: number
}

/**
 * What everybody pays: log-normal levels whose spread is sought so that the key customers' share of the revenue comes to what was
 * taught. Sixteen bytes a customer are held, no bill is.
 */
export const drawMoney = ({ customers, months }: CitySize, chance: Chance): Money => {
  const firstMonth = (i: number): number => {
    const draw = chance.of(i, ask.since)
    return draw < NEW ? 1 + Math.floor((draw / NEW) * (months - 1)) : 0
  }
  const factor = (i: number, m: number): number => {
    if (m < firstMonth(i)) return 0
    const falls = chance.of(i, ask.fall)
    const left = falls < FALLING && m >= months - 3 ? 0.2 + (falls / FALLING) * 0.3 : 1
    return left * Math.exp(MONTHLY * chance.normal(i, ask.month + m) - (MONTHLY * MONTHLY) / 2)
  }
  const level = new Float32Array(customers)
  const year = new Float32Array(customers)
  for (let i = 0; i < customers; i++) {
    level[i] = chance.normal(i, ask.money)
    let sum = 0
    for (let m = 0; m < months; m++) sum += factor(i, m)
    year[i] = sum
  }
  const key = Math.round(customers * KEY_CUSTOMERS)
  const paid = (i: number, spread: number): number => Math.exp(spread * (level[i] ?? 0)) * (year[i] ?? 0)
  const drawnWith = (spread: number): { share: number; sum: number; border: number } => {
    const totals = new Float64Array(customers)
    let sum = 0
    for (let i = 0; i < customers; i++) sum += totals[i] = paid(i, spread)
    totals.sort()
    let top = 0
    for (let i = customers - key; i < customers; i++) top += totals[i] ?? 0
    return { share: top / sum, sum, border: totals[customers - key] ?? Infinity }
  }
  let [low, high] = [0.2, 3]
  for (let step = 0; step < 30 && high - low > 1e-5; step++) {
    const middle = (low + high) / 2
    if (drawnWith(middle).share < KEY_REVENUE) low = middle
    else high = middle
  }
  const spread = (low + high) / 2
  const { share, sum, border } = drawnWith(spread)
  const scale = (MEAN_FEN * months * customers) / sum
  return {
    bill: (i, m) => Math.round(Math.exp(spread * (level[i] ?? 0)) * factor(i, m) * scale),
    isKey: (i) => paid(i, spread) >= border,
    firstMonth,
    keyRevenue: share,
  }
}

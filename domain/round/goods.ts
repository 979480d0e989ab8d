import type { Day } from '#domain/kernel/day.ts'

/** One product of one order. */
export type OrderLine = { orderedOn: Day; deliveredOn: Day | null; product: string; quantity: number }

/** How a product stands in an outlet's orders: `last` in the latest order (0 when it was left out), `usual` per order that had it. */
export type Goods = { product: string; last: number; usual: number; times: number }

export type Ordered = { orderedOn: Day; deliveredOn: Day | null; goods: Goods[] }

/** On one thumb screen there is room for so many. */
export const MOST_GOODS = 4

/**
 * The latest order beside the usual one: the products ordered most often, the larger first among equals. `usual` is the median of the
 * orders before the latest that had the product, of the latest itself where it is the first. Null without any order. [M-12]
 */
export const orderedOf = (lines: readonly OrderLine[], most = MOST_GOODS): Ordered | null => {
  const latest = lines.reduce<OrderLine | null>(
    (last, line) => (last && last.orderedOn >= line.orderedOn ? last : line),
    null,
  )
  if (latest === null) return null
  const names = [...new Set(lines.map(({ product }) => product))]
  const goods = names.map((product) => goodsOf(product, lines, latest.orderedOn))
  const sorted = goods.toSorted((a, b) => b.times - a.times || b.usual - a.usual || (a.product < b.product ? -1 : 1))
  return { orderedOn: latest.orderedOn, deliveredOn: latest.deliveredOn, goods: sorted.slice(0, most) }
}

const goodsOf = (product: string, lines: readonly OrderLine[], latest: Day): Goods => {
  const byDay = new Map<Day, number>()
  for (const line of lines)
    if (line.product === product) byDay.set(line.orderedOn, (byDay.get(line.orderedOn) ?? 0) + line.quantity)
  const last = byDay.get(latest) ?? 0
  const before = [...byDay].filter(([day]) => day !== latest).map(([, quantity]) => quantity)
  return { product, last, usual: before.length > 0 ? median(before) : last, times: byDay.size }
}

const median = (numbers: readonly number[]): number => {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  const [low = 0, high = low] = sorted.slice(Math.ceil(middle) - 1, Math.floor(middle) + 1)
  return Math.round((low + high) / 2)
}

/** An order this far from the usual one is worth a word: a half less or a half more. */
export const isUnusual = ({ last, usual }: Pick<Goods, 'last' | 'usual'>): boolean =>
  usual > 0 && Math.abs(last - usual) * 2 >= usual

/** What an outlet ordered in one month. */
export type OutletMonth = {
  customerId: string
  /** Levels compare outlets of one market only: town with town, country with country. */
  market: string
  /** Cartons. */
  quantity: number
  /** Different products. */
  brands: number
  averagePriceFen: number | null
  /** Share of order lines settled electronically, 0..1; null where no order says how it was paid. */
  paidElectronically: number | null
}

export const levelParts = ['quantity', 'brands', 'price', 'settlement'] as const
export type LevelPart = (typeof levelParts)[number]

export type OutletLevel = {
  customerId: string
  /** Points of each part out of 25; null where nothing is known. */
  parts: Record<LevelPart, number | null>
  /** Out of 100, over the parts that are known. */
  score: number
  /** 5 is highest. */
  level: 1 | 2 | 3 | 4 | 5
}

const EACH = 25

/**
 * The monthly level of outlets in four parts of 25 [K-30]: order quantity, brand structure, average price, electronic settlement. The first
 * three are the share of outlets of the same market that do no better; the last is the share itself. A part nobody knows is left out and
 * the rest stands for it.
 */
export const outletLevels = (months: readonly OutletMonth[]): OutletLevel[] => {
  const markets = Map.groupBy(months, ({ market }) => market)
  return [...markets.values()].flatMap((outlets) => {
    const quantity = placesOf(outlets.map((one) => one.quantity))
    const brands = placesOf(outlets.map((one) => one.brands))
    const price = placesOf(outlets.flatMap((one) => (one.averagePriceFen === null ? [] : [one.averagePriceFen])))
    return outlets.map((one): OutletLevel => {
      const settled = one.paidElectronically
      const parts = {
        quantity: quantity(one.quantity),
        brands: brands(one.brands),
        price: one.averagePriceFen === null ? null : price(one.averagePriceFen),
        settlement: settled === null ? null : Math.round(settled * EACH),
      }
      const known = Object.values(parts).filter((points) => points !== null)
      const score = Math.round((known.reduce((sum, points) => sum + points, 0) / (known.length * EACH)) * 100)
      return { customerId: one.customerId, parts, score, level: levelOf(score) }
    })
  })
}

/** Twenty points a step: below 20 is 1, from 80 on is 5. */
export const levelOf = (score: number): OutletLevel['level'] =>
  score >= 80 ? 5 : score >= 60 ? 4 : score >= 40 ? 3 : score >= 20 ? 2 : 1

/** Points out of 25 by the share of values that are no greater. */
const placesOf = (values: readonly number[]): ((value: number) => number) => {
  const sorted = values.toSorted((a, b) => a - b)
  const atMost = new Map(sorted.map((value, i) => [value, i + 1]))
  return (value) => Math.round(((atMost.get(value) ?? 0) / sorted.length) * EACH)
}

/** No more than this share of a branch's outlets may be of format “other”: beyond it the classification says too little [K-30]. */
export const MOST_OTHER = 0.05

export const tooManyOther = ({ other, of }: { other: number; of: number }): boolean => of > 0 && other / of > MOST_OTHER

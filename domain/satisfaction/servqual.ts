import { ok, refuse, type Result } from '#domain/kernel/result.ts'
import type { Said } from '#domain/kernel/said.ts'

/** The five dimensions of SERVQUAL (Parasuraman, Zeithaml & Berry, Journal of Retailing 1988) [M-08]. */
export const dimensions = ['tangibles', 'reliability', 'responsiveness', 'assurance', 'empathy'] as const
export type Dimension = (typeof dimensions)[number]

/** One of the 22 items by its number. `reversed`: worded the other way round, so that agreeing speaks against us. */
export type Item = { number: number; dimension: Dimension; reversed: boolean }

const block = (dimension: Dimension, first: number, last: number, reversed: boolean): Item[] =>
  Array.from({ length: last - first + 1 }, (_, i) => ({ number: first + i, dimension, reversed }))

/** 4 + 5 + 4 + 4 + 5 items; responsiveness and empathy are worded the other way round [M-08]. */
export const items: readonly Item[] = [
  ...block('tangibles', 1, 4, false),
  ...block('reliability', 5, 9, false),
  ...block('responsiveness', 10, 13, true),
  ...block('assurance', 14, 17, false),
  ...block('empathy', 18, 22, true),
]

/** One item of each dimension, for a call on which there is no time for all: neat staff, promises kept in time, prompt service, trust, knowing what is needed. A
 * starting point; too few for the gap of a dimension, and said to be. */
export const shortForm: readonly number[] = [3, 5, 11, 14, 20]

/** 1 = do not agree at all … 5 = agree wholly. The first paper used 1–7. */
export type Scale = { min: number; max: number }
export const fivePoints: Scale = { min: 1, max: 5 }

/** Answers by item number; left out or null is not answered. */
export type Sheet = Readonly<Record<number, number | null>>

export type ServqualFacts = {
  'servqual.unknownItem': { item: number }
  'servqual.outOfScale': { item: number; value: number; min: number; max: number }
  'servqual.empty': Record<string, never>
}

export type ItemGap = Item & { expected: number; experienced: number; gap: number }

/** `gap`: mean of P − E over the items answered on both sheets, null when fewer than half of the dimension's items were. */
export type DimensionGap = { dimension: Dimension; answered: number; of: number; gap: number | null }

export type Servqual = { items: ItemGap[]; dimensions: DimensionGap[]; whole: number | null; reversed: number[] }

/** An answer as it counts: an item worded the other way round and answered at the lowest counts as the highest. */
export const countedAs = ({ reversed }: Item, answer: number, { min, max }: Scale): number =>
  reversed ? min + max - answer : answer

/**
 * P − E for each item answered on both sheets and for each dimension [M-08]; below 0 the service fell short of what was expected. `whole`
 * is the mean of the dimensions, each weighing the same, null while one of them is. Refuses unknown items, answers off the scale and a pair of
 * sheets that share no item.
 */
export const servqualOf = (
  expected: Sheet,
  experienced: Sheet,
  scale: Scale = fivePoints,
): Result<Servqual, Said<ServqualFacts>> => {
  const wrong = wrongIn(expected, scale) ?? wrongIn(experienced, scale)
  if (wrong) return refuse(wrong)
  const answered = items.flatMap((item): ItemGap[] => {
    const [wanted, got] = [expected[item.number] ?? null, experienced[item.number] ?? null]
    if (wanted === null || got === null) return []
    const [e, p] = [countedAs(item, wanted, scale), countedAs(item, got, scale)]
    return [{ ...item, expected: e, experienced: p, gap: p - e }]
  })
  if (answered.length === 0) return refuse({ code: 'servqual.empty', params: {} })
  const byDimension = dimensions.map((dimension) => dimensionGap(dimension, answered))
  const gaps = byDimension.flatMap(({ gap }) => (gap === null ? [] : [gap]))
  return ok({
    items: answered,
    dimensions: byDimension,
    whole: gaps.length === dimensions.length ? mean(gaps) : null,
    reversed: items.filter((item) => item.reversed).map(({ number }) => number),
  })
}

/** A sheet without an item that is missing: whoever answers all 44 answers each item twice. */
export const isWhole = (sheet: Sheet): boolean => items.every(({ number }) => typeof sheet[number] === 'number')

/** One customer's answers, newest first, as one: each item as it was answered last. Five items asked on a call renew those five and put none aside. */
export const newestOf = (answers: readonly ItemGap[][]): ItemGap[] =>
  items.flatMap(({ number }) => answers.flat().find((one) => one.number === number) ?? [])

/** Many customers' answers as one: the mean of each item over those who answered it on both sheets. Items nobody answered are left out. */
export const meanOf = (answers: readonly ItemGap[][]): ItemGap[] =>
  items.flatMap((item): ItemGap[] => {
    const own = answers.flat().filter(({ number }) => number === item.number)
    if (own.length === 0) return []
    const [expected, experienced] = [mean(own.map((one) => one.expected)), mean(own.map((one) => one.experienced))]
    return [{ ...item, expected, experienced, gap: experienced - expected }]
  })

const wrongIn = (sheet: Sheet, { min, max }: Scale): Said<ServqualFacts> | null => {
  for (const [key, value] of Object.entries(sheet)) {
    const item = Number(key)
    if (!items.some(({ number }) => number === item)) return { code: 'servqual.unknownItem', params: { item } }
    if (value !== null && !(Number.isInteger(value) && value >= min && value <= max))
      return { code: 'servqual.outOfScale', params: { item, value, min, max } }
  }
  return null
}

const dimensionGap = (dimension: Dimension, answered: readonly ItemGap[]): DimensionGap => {
  const own = answered.filter((each) => each.dimension === dimension)
  const of = items.filter((each) => each.dimension === dimension).length
  return { dimension, answered: own.length, of, gap: own.length * 2 >= of ? mean(own.map(({ gap }) => gap)) : null }
}

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0) / numbers.length

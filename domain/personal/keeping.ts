import type { Day } from '#domain/kernel/day.ts'

/** Records that law obliges to keep although the person they are about wants them gone. */
export const lawful = ['bills', 'complaints'] as const
export type Lawful = (typeof lawful)[number]

/** How long, by which rule, in force since when; `checkedOn` is the day somebody at the office compared it with its source. */
export type Keeping = { years: number; source: string; since: Day; checkedOn: Day | null }
export type Keepings = Readonly<Record<Lawful, Keeping>>

/**
 * What holds until the branch has looked itself: accounts ten years (Tax Collection Rules, art. 29), complaints as long as a claim may be
 * brought (Civil Code, art. 188). Both are to be compared with the source by the office before it relies on them.
 */
export const usualKeepings: Keepings = {
  bills: { years: 10, source: '《税收征收管理法实施细则》第二十九条', since: '2002-10-15', checkedOn: null },
  complaints: { years: 3, source: '《民法典》第一百八十八条', since: '2021-01-01', checkedOn: null },
}

/** The first day a record of `day` need not be kept any more. A leap day's falls on the first of March. */
export const keptUntil = (day: Day, years: number): Day => {
  const rest = day.slice(4)
  const year = String(Number(day.slice(0, 4)) + years).padStart(4, '0')
  return `${year}${rest === '-02-29' ? '-03-01' : rest}`
}

/** The last day of a bill's month, given as 202611: from then on it is kept. */
export const endOfMonth = (month: number): Day => {
  const [year, of] = [Math.floor(month / 100), month % 100]
  return new Date(Date.UTC(year, of, 0)).toISOString().slice(0, 10)
}

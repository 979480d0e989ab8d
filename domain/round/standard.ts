import type { CustomerKind } from '#domain/customer/kind.ts'

export type MarketType = 'town' | 'country'

/** The branch's own measure of a day in the field: a yardstick for whoever goes out, never a ranking [M-12]. */
export type RoundStandard = {
  /** Outlets a day, by where they are. */
  town: number
  country: number
  /** Hours a day with customers. */
  hours: number
  /** The morning meeting, `HH:MM`. */
  meeting: string
  /** What belongs to which days of a month: from and to, both included; `last` is the last working day. */
  marks: RoundMark[]
}

/** `what`: one of `taughtMarks`, worded by the screen, or the branch's own words. */
export type RoundMark = { from: number | 'last'; to: number | 'last'; what: string }

/** What the months of a cigarette manager are taught to hold: the month's summary, its forecasts, the plan of visits. */
export const taughtMarks = ['summary', 'total', 'single', 'others', 'plan'] as const

/** As taught; a branch sets its own. */
export const usualStandard: RoundStandard = {
  town: 30,
  country: 25,
  hours: 5,
  meeting: '08:00',
  marks: [
    { from: 1, to: 1, what: 'summary' },
    { from: 1, to: 5, what: 'total' },
    { from: 6, to: 10, what: 'single' },
    { from: 11, to: 31, what: 'others' },
    { from: 'last', to: 'last', what: 'plan' },
  ],
}

/** What falls on a day of the month; `lastWorkday` is that of the month's last working day. */
export const marksOn = (
  { marks }: RoundStandard,
  { dayOfMonth, lastWorkday }: { dayOfMonth: number; lastWorkday: number },
): RoundMark[] => {
  const at = (edge: number | 'last'): number => (edge === 'last' ? lastWorkday : edge)
  return marks.filter(({ from, to }) => dayOfMonth >= at(from) && dayOfMonth <= at(to))
}

type Visited = { kind: CustomerKind; marketType: string | null; minutes: number | null }

export type RoundCount = { town: number; country: number; other: number; minutes: number }

/** What a day came to: customers met by where they are, and the minutes with them as they were written down. */
export const countOf = (visited: readonly Visited[]): RoundCount => {
  const of = (place: MarketType): number =>
    visited.filter(({ kind, marketType }) => kind === 'outlet' && marketType === place).length
  const [town, country] = [of('town'), of('country')]
  const minutes = visited.reduce((sum, { minutes: each }) => sum + (each ?? 0), 0)
  return { town, country, other: visited.length - town - country, minutes }
}

import { addDays, type Day, daysBetween, weekdayOf } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import type { Fen } from '#domain/kernel/money.ts'
import type { Said } from '#domain/kernel/said.ts'
import { isObligation, type ListedCustomer, type Occasion } from './occasion.ts'
import type { RankRules } from './rankRules.ts'
import { deadlineOf, type Due, isLate, minutesBetween, type Wall } from './wall.ts'

export type RankFacts = {
  'rank.obligation': { points: number }
  'rank.due': { points: number; late: boolean; days: number }
  'rank.kind': { points: number; kind: Occasion['kind'] }
  'rank.stake': { points: number; stake: Fen }
  'rank.chance': { points: number; risk: number }
  'rank.cadence': { points: number; days: number; every: number }
  'rank.also': { points: number; more: number }
}

/** One customer of the list with the reason that counts most first. `parts` add up to `score`; `rank` starts at 1. */
export type WorkItem = {
  customerId: Id
  customer: ListedCustomer
  headline: Occasion
  others: Occasion[]
  due: Due
  late: boolean
  stake: Fen
  minutes: number
  parts: Said<RankFacts>[]
  score: number
  rank: number
}

type Scored = { occasion: Occasion; parts: Said<RankFacts>[]; score: number; stake: Fen }

/** Hours an obligation's place is told apart by: thirty days before and after its time. */
const horizon = 720

/** Yearly money at stake, in fen: what the reason says, or what the customer pays times the chance of leaving. */
const stakeOf = ({ stake }: { stake?: Fen }, { paid12, risk }: ListedCustomer): Fen =>
  Math.max(0, stake ?? 0, Math.round(Math.max(0, paid12) * (risk ?? 0)))

/**
 * Ranks what is due, one item a customer. What was promised comes first and only its time decides its place there:
 * money never reorders promises. The rest is a sum of parts, each told. Equal sums go by time, then money, then id, so the
 * order is total and does not depend on the order of the input. Reasons of unknown customers and those not yet
 * within their lead are left out. `isWorkday` is Monday to Friday unless the calendar of the branch is given.
 */
export const rankWork = (
  occasions: readonly Occasion[],
  customers: ReadonlyMap<Id, ListedCustomer>,
  now: Wall,
  rules: RankRules,
  isWorkday: (day: Day) => boolean = isWeekday,
): WorkItem[] => {
  const byCustomer = new Map<Id, { customer: ListedCustomer; scored: Scored[] }>()
  for (const occasion of occasions) {
    const customer = customers.get(occasion.customerId)
    if (!customer || occasion.due.day > lastDayWithin(now.day, rules.kinds[occasion.kind].lead, isWorkday)) continue
    const entry = byCustomer.get(customer.customerId) ?? { customer, scored: [] }
    entry.scored.push(scoreOf(occasion, customer, now, rules))
    byCustomer.set(customer.customerId, entry)
  }
  return [...byCustomer.values()]
    .flatMap(({ customer, scored }) => merged(customer, scored, now, rules))
    .sort((a, b) => compareItems(a, b))
    .map((item, i) => ({ ...item, rank: i + 1 }))
}

const isWeekday = (day: Day): boolean => weekdayOf(day) <= 5

/** A lead that ends on a day off reaches to the next working day: what is due on Monday is seen on Friday. */
const lastDayWithin = (today: Day, lead: number, isWorkday: (day: Day) => boolean): Day => {
  let day = addDays(today, lead)
  for (let further = 0; further < 14 && !isWorkday(day); further++) day = addDays(day, 1)
  return day
}

const scoreOf = (occasion: Occasion, customer: ListedCustomer, now: Wall, rules: RankRules): Scored => {
  const stake = stakeOf(occasion, customer)
  const all = isObligation(occasion) ? obligationParts(occasion, now, rules) : otherParts(occasion, stake, now, rules)
  const parts = all.filter(({ params }) => params.points > 0)
  return { occasion, parts, stake, score: sumOf(parts) }
}

const sumOf = (parts: readonly Said<RankFacts>[]): number => parts.reduce((sum, { params }) => sum + params.points, 0)

const obligationParts = ({ due }: Occasion, now: Wall, rules: RankRules): Said<RankFacts>[] => {
  const hours = Math.ceil(minutesBetween(now, deadlineOf(due)) / 60)
  const points = horizon - Math.max(-horizon, Math.min(horizon, hours))
  return [
    { code: 'rank.obligation', params: { points: rules.obligation } },
    { code: 'rank.due', params: { points, late: isLate(due, now), days: daysBetween(now.day, due.day) } },
  ]
}

const otherParts = (occasion: Occasion, stake: Fen, now: Wall, rules: RankRules): Said<RankFacts>[] => {
  const days = Math.max(0, daysBetween(now.day, occasion.due.day))
  const late = isLate(occasion.due, now)
  const due = Math.max(0, rules.dueToday - rules.lessPerDay * days)
  const parts: Said<RankFacts>[] = [
    { code: 'rank.due', params: { points: due, late, days: daysBetween(now.day, occasion.due.day) } },
    { code: 'rank.kind', params: { points: rules.kinds[occasion.kind].points, kind: occasion.kind } },
    {
      code: 'rank.stake',
      params: { points: stakePoints(stake, rules), stake },
    },
  ]
  if (occasion.kind === 'risk' && occasion.stake === undefined) {
    const { risk } = occasion
    parts.push({ code: 'rank.chance', params: { points: Math.round(rules.chanceMost * risk), risk } })
  }
  if (occasion.kind === 'cadence' && occasion.days !== null) {
    const { days: since, every } = occasion
    const over = Math.max(0, since - every) / Math.max(1, every)
    const points = Math.min(rules.cadenceMost, Math.round(rules.cadenceMost * over))
    parts.push({ code: 'rank.cadence', params: { points, days: since, every } })
  }
  return parts
}

const stakePoints = (stake: Fen, rules: RankRules): number =>
  Math.min(rules.stakeMost, Math.round(rules.perTenfold * Math.log10(1 + stake / 10_000)))

/** The least stake, in fen, that is worth one point, two points and so on up to the most: never falling. */
export const stakeSteps = (rules: RankRules): Fen[] => {
  const most = rules.perTenfold > 0 ? Math.floor(rules.stakeMost) : 0
  return Array.from({ length: most }, (_, i) => {
    let stake = Math.max(0, Math.ceil(10_000 * (10 ** ((i + 0.5) / rules.perTenfold) - 1)) - 1)
    while (stakePoints(stake, rules) < i + 1) stake += 1
    return stake
  })
}

const compareScored = (a: Scored, b: Scored): number =>
  b.score - a.score ||
  minutesBetween(deadlineOf(b.occasion.due), deadlineOf(a.occasion.due)) ||
  b.stake - a.stake ||
  (a.occasion.kind < b.occasion.kind ? -1 : a.occasion.kind > b.occasion.kind ? 1 : 0) ||
  (a.occasion.recordId < b.occasion.recordId ? -1 : 1)

/** Exported for the law it obeys: a total order. */
export const compareItems = (a: WorkItem, b: WorkItem): number =>
  b.score - a.score ||
  minutesBetween(deadlineOf(b.due), deadlineOf(a.due)) ||
  b.stake - a.stake ||
  (a.customerId < b.customerId ? -1 : 1)

const merged = (customer: ListedCustomer, scored: Scored[], now: Wall, rules: RankRules): WorkItem[] => {
  const [first, ...rest] = scored.sort(compareScored)
  if (!first) return []
  const also = isObligation(first.occasion) ? 0 : Math.min(rules.alsoMost, rules.alsoEach * rest.length)
  const parts: Said<RankFacts>[] =
    also > 0 ? [...first.parts, { code: 'rank.also', params: { points: also, more: rest.length } }] : first.parts
  const minutes = scored.map(({ occasion }) => rules.kinds[occasion.kind].minutes[customer.kind])
  return [
    {
      customerId: customer.customerId,
      customer,
      headline: first.occasion,
      others: rest.map(({ occasion }) => occasion),
      due: first.occasion.due,
      late: isLate(first.occasion.due, now),
      stake: Math.max(...scored.map(({ stake }) => stake)),
      minutes: minutesTogether(minutes),
      parts,
      score: sumOf(parts),
      rank: 0,
    },
  ]
}

/** Several reasons are one contact: the longest in full, each further one by a third. */
const minutesTogether = (minutes: readonly number[]): number => {
  const longest = Math.max(...minutes)
  return longest + Math.round((minutes.reduce((a, b) => a + b, 0) - longest) / 3)
}

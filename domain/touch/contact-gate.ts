import { addDays, type Day, dayIn, weekdayOf } from '#domain/kernel/day.ts'
import type { Said } from '#domain/kernel/said.ts'
import { instantAt, wallClockAt } from '#domain/kernel/zone.ts'

/**
 * Why we want to reach a customer. `service` answers a request of theirs or keeps a promise: it is what they wait for, so only the clock
 * and an explicit "do not call" stand in its way. The others are limited.
 */
export type Purpose = 'service' | 'care' | 'invitation' | 'warning' | 'selling' | 'survey'

export type Channel = 'call' | 'message' | 'visit'

/** A past contact that counted (see `countsAsContact`). `long` marks a long survey, after which selling rests. */
export type PastContact = { at: Date; purpose: Purpose; long?: boolean }

/** A wish not to be contacted; `until` null has no end. `service` true means not even for their own matters, until they ring. */
export type DoNotDisturb = { from: Day; until: Day | null; service: boolean }

export type ContactAsk = {
  now: Date
  timeZone: string
  purpose: Purpose
  channel: Channel
  /** What the customer agreed to; selling and surveys need a yes, null is never asked. */
  consent: Partial<Record<Purpose, boolean | null>>
  /** Channels the customer does not want. */
  unwanted: readonly Channel[]
  doNotDisturb: DoNotDisturb | null
  past: readonly PastContact[]
  /** What this customer asked for: “once a month is enough”. It comes beside the branch's limits and may only narrow them. */
  own?: Partial<Record<Purpose, Frequency>>
  /** True when the customer named this very time. */
  agreedTime?: boolean
  /** Why this contact is withheld for a while, though another would not be: a control group, or contact that is shown to harm. */
  withheld?: readonly Withheld[]
}

/** Holds until the beginning of `until`. */
export type Withheld = Said<Pick<GateFacts, 'gate.heldOut' | 'gate.leaveBe'>>

/** At most `most` contacts of a purpose in any `days` days. */
export type Frequency = { most: number; days: number }

/** The limits of R-30 as a branch may set them; hours are minutes after midnight. */
export type ContactLimits = {
  earliest: number
  latest: number
  noon: { from: number; to: number }
  mondayFrom: number
  frequency: Partial<Record<Purpose, Frequency>>
  /** Selling rests this many days after a long survey. */
  restAfterSurvey: number
  /** How long a wish not to be disturbed holds when no end was said. */
  doNotDisturbDays: number
}

/** Warnings twice a month, selling once in three months and not within six of a long survey, do-not-disturb for a year. */
export const usualLimits: ContactLimits = {
  earliest: 9 * 60,
  latest: 21 * 60,
  noon: { from: 12 * 60, to: 14 * 60 },
  mondayFrom: 12 * 60,
  frequency: { warning: { most: 2, days: 30 }, selling: { most: 1, days: 90 }, survey: { most: 1, days: 90 } },
  restAfterSurvey: 180,
  doNotDisturbDays: 365,
}

/** Why a contact should wait; days are calendar days, times are minutes after midnight. */
export type GateFacts = {
  'gate.consent': { purpose: string }
  'gate.refused': { purpose: string }
  'gate.channel': { channel: string }
  'gate.disturb': { until: string | null }
  'gate.early': { from: number }
  'gate.late': { until: number }
  'gate.noon': { from: number; to: number }
  'gate.monday': { from: number }
  /** `last`: the day of the newest of them. */
  'gate.often': { purpose: string; times: number; days: number; last: Day }
  'gate.survey': { days: number }
  'gate.heldOut': { campaign: string; until: Day }
  'gate.leaveBe': { campaign: string; until: Day }
}

/** The answer: free to go, or every reason and the first time at which none of them holds; null when only the customer can lift one. */
export type MayContact = { allowed: true } | { allowed: false; reasons: Said<GateFacts>[]; nextAt: Date | null }

/** The contact gate [R-30][P-35]: one rule for people and programs, asked before a call starts and before a message leaves. */
export const mayContact = (ask: ContactAsk, limits: ContactLimits = usualLimits): MayContact => {
  const standing = standingReasons(ask)
  const resting = restingUntil(ask, limits)
  const clock = wallClockAt(ask.now, ask.timeZone)
  const hourly = hourReason(clock.day, clock.minute, ask, limits)
  const reasons = [
    ...standing,
    ...resting.filter((rest) => rest.until > ask.now).map((rest) => rest.reason),
    ...(hourly ? [hourly] : []),
  ]
  if (reasons.length === 0) return { allowed: true }
  if (standing.length > 0 || resting.some((rest) => rest.forever)) return { allowed: false, reasons, nextAt: null }
  return { allowed: false, reasons, nextAt: firstFree(ask, limits) }
}

/** The first time nothing stands in the way; a wish that begins only later may lie beyond the first gap. Null when one has no end. */
const firstFree = (ask: ContactAsk, limits: ContactLimits): Date | null => {
  for (let at = ask.now; ;) {
    const resting = restingUntil({ ...ask, now: at }, limits)
    if (resting.some((rest) => rest.forever)) return null
    const free = new Date(Math.max(at.getTime(), ...resting.map((rest) => rest.until.getTime())))
    const open = nextOpenHour(free, ask, limits)
    if (open.getTime() === at.getTime()) return open
    at = open
  }
}

/** Reasons that hold until the customer says otherwise. */
const standingReasons = ({ purpose, channel, consent, unwanted }: ContactAsk): Said<GateFacts>[] => {
  const reasons: Said<GateFacts>[] = []
  const given = consent[purpose]
  if (given === false) reasons.push({ code: 'gate.refused', params: { purpose } })
  else if (given !== true && (purpose === 'selling' || purpose === 'survey'))
    reasons.push({ code: 'gate.consent', params: { purpose } })
  if (unwanted.includes(channel)) reasons.push({ code: 'gate.channel', params: { channel } })
  return reasons
}

type Rest = { until: Date; forever?: boolean; reason: Said<GateFacts> }

const FOREVER = new Date(8_640_000_000_000_000)

const restingUntil = (ask: ContactAsk, limits: ContactLimits): Rest[] => [
  ...undisturbed(ask, limits),
  ...oftenEnough(ask, limits),
  ...restedFromSurvey(ask, limits),
  ...(ask.withheld ?? []).map((reason) => ({ until: instantAt(reason.params.until, 0, ask.timeZone), reason })),
]

const undisturbed = ({ doNotDisturb, purpose, timeZone, now }: ContactAsk, limits: ContactLimits): Rest[] => {
  if (doNotDisturb === null || (purpose === 'service' && !doNotDisturb.service)) return []
  if (now < instantAt(doNotDisturb.from, 0, timeZone)) return []
  const last =
    doNotDisturb.until ?? (limits.doNotDisturbDays > 0 ? addDays(doNotDisturb.from, limits.doNotDisturbDays) : null)
  const reason: Said<GateFacts> = { code: 'gate.disturb', params: { until: last } }
  return last === null
    ? [{ until: FOREVER, forever: true, reason }]
    : [{ until: instantAt(addDays(last, 1), 0, timeZone), reason }]
}

const MS_PER_DAY = 86_400_000

const oftenEnough = (ask: ContactAsk, limits: ContactLimits): Rest[] =>
  [limits.frequency[ask.purpose], ask.own?.[ask.purpose]].flatMap((limit) => (limit ? reached(ask, limit) : []))

const reached = ({ past, purpose, now, timeZone }: ContactAsk, limit: Frequency): Rest[] => {
  const recent = past
    .filter((each) => each.purpose === purpose && each.at <= now)
    .map((each) => each.at.getTime())
    .sort((a, b) => b - a)
  const decisive = recent[limit.most - 1]
  if (decisive === undefined) return []
  const last = dayIn(new Date(recent[0] ?? decisive), timeZone)
  const reason: Said<GateFacts> = { code: 'gate.often', params: { purpose, times: limit.most, days: limit.days, last } }
  return [{ until: new Date(decisive + limit.days * MS_PER_DAY), reason }]
}

const restedFromSurvey = ({ past, purpose, now }: ContactAsk, limits: ContactLimits): Rest[] => {
  if (purpose !== 'selling') return []
  const surveys = past.filter((each) => each.purpose === 'survey' && each.long === true && each.at <= now)
  return surveys.map((each) => ({
    until: new Date(each.at.getTime() + limits.restAfterSurvey * MS_PER_DAY),
    reason: { code: 'gate.survey', params: { days: limits.restAfterSurvey } },
  }))
}

/** Visits keep the shop's own hours, not noon and Monday; a time the customer named is theirs to choose. */
const hourReason = (day: Day, minute: number, ask: ContactAsk, limits: ContactLimits): Said<GateFacts> | null => {
  if (ask.agreedTime === true) return null
  if (minute < limits.earliest) return { code: 'gate.early', params: { from: limits.earliest } }
  if (minute >= limits.latest) return { code: 'gate.late', params: { until: limits.latest } }
  if (ask.channel === 'visit') return null
  const { from, to } = limits.noon
  if (minute >= from && minute < to) return { code: 'gate.noon', params: { from, to } }
  const restful = ask.purpose !== 'service' && weekdayOf(day) === 1 && minute < limits.mondayFrom
  return restful ? { code: 'gate.monday', params: { from: mondayOpens(limits) } } : null
}

/** The hour Monday really opens at: a morning that ends in the noon rest ends with it, so that the reason and the next time agree. */
const mondayOpens = ({ mondayFrom, noon }: ContactLimits): number =>
  mondayFrom >= noon.from && mondayFrom < noon.to ? noon.to : mondayFrom

/** The first minute from an instant on at which the clock stands in nobody's way; the hours only change at the limits themselves. */
const nextOpenHour = (from: Date, ask: ContactAsk, limits: ContactLimits): Date => {
  const start = wallClockAt(from, ask.timeZone)
  const minutes = [limits.earliest, limits.noon.to, limits.mondayFrom].sort((a, b) => a - b)
  if (hourReason(start.day, start.minute, ask, limits) === null) return from
  for (let day = start.day; ; day = addDays(day, 1)) {
    const open = minutes.find(
      (minute) => (day > start.day || minute > start.minute) && hourReason(day, minute, ask, limits) === null,
    )
    if (open !== undefined) return instantAt(day, open, ask.timeZone)
    if (day > addDays(start.day, 14)) throw new RangeError('the contact limits leave no hour open')
  }
}

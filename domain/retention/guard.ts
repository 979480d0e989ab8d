import type { Said } from '#domain/kernel/said.ts'

/** Our own limits on persuading; a branch may set them. Days are spans of 24 hours. */
export type RetentionLimits = {
  /** At most so many talks about staying that we began, in so many days. */
  attempts: { most: number; days: number }
  /** Offers in one talk: more of them is haggling. */
  offersPerTalk: number
  /** Days of rest after an offer was turned down, and after a customer was let go. */
  restAfterNo: number
  restAfterLetGo: number
}

/** A starting point: twice in thirty days, two offers a talk, a week after a no, three months after letting go. */
export const usualRetentionLimits: RetentionLimits = {
  attempts: { most: 2, days: 30 },
  offersPerTalk: 2,
  restAfterNo: 7,
  restAfterLetGo: 90,
}

/** What has been between us and a customer about leaving, over all of the customer's retention cases: a new case wipes nothing out. */
export type Persuaded = {
  /** Talks about staying that we began and that reached the customer. */
  attempts: readonly Date[]
  declinedAt: Date | null
  letGoAt: Date | null
  /** The customer asked how to leave; was shown; has applied to. */
  leave: { askedAt: Date | null; shownAt: Date | null; requestedAt: Date | null }
}

export type GuardFacts = {
  'guard.leaveRequested': Record<string, never>
  'guard.showWayOut': Record<string, never>
  'guard.attemptsUsed': { most: number; days: number }
  'guard.restAfterNo': { days: number; left: number }
  'guard.restAfterLetGo': { days: number; left: number }
  'guard.offersPerTalk': { most: number }
  'guard.wayOutLonger': { wayIn: number; wayOut: number }
  'guard.wayOutSlower': { wayIn: number; wayOut: number }
  'guard.wayOutChannel': { channel: string }
  'guard.wayOutUnknown': Record<string, never>
  'guard.hidesWayOut': { found: string }
  'guard.forbidsLeaving': { found: string }
  'guard.localPhrase': { found: string }
  'guard.wayBackLonger': { wayIn: number; wayBack: number }
  'guard.wayBackSlower': { wayIn: number; wayBack: number }
}

export type GuardRefusal = Said<GuardFacts>

const MS_PER_DAY = 86_400_000

/** Attempts that still count at an instant, newest first. */
const counting = (attempts: readonly Date[], { attempts: { days } }: RetentionLimits, now: Date): Date[] =>
  attempts
    .filter((at) => at <= now && now.getTime() - at.getTime() < days * MS_PER_DAY)
    .sort((a, b) => b.getTime() - a.getTime())

/** How many more talks about staying we may begin at this moment; shown on every case beside the way out. */
export const attemptsLeft = (attempts: readonly Date[], limits: RetentionLimits, now: Date): number =>
  Math.max(0, limits.attempts.most - counting(attempts, limits, now).length)

/** Free to talk about staying, or every reason why not and the first time at which only time stood in the way; null when it does not. */
export type MayPersuade =
  | { allowed: true; left: number }
  | { allowed: false; reasons: GuardRefusal[]; nextAt: Date | null }

/**
 * Whether we may talk with a customer about staying. `begunBy` customer: they ask what we could do, which uses up no attempt and
 * waits for no rest. Once they have applied to leave nobody persuades, whoever began; and who asked how to leave is shown it first.
 * Helping, answering and keeping promises are never asked here: they always may.
 */
export const mayPersuade = (
  past: Persuaded,
  begunBy: 'us' | 'customer',
  limits: RetentionLimits,
  now: Date,
): MayPersuade => {
  const standing = standingReasons(past)
  const rests = begunBy === 'us' ? restsOf(past, limits, now) : []
  if (standing.length + rests.length === 0) return { allowed: true, left: attemptsLeft(past.attempts, limits, now) }
  return {
    allowed: false,
    reasons: [...standing, ...rests.map(({ reason }) => reason)],
    nextAt: standing.length > 0 ? null : new Date(Math.max(...rests.map(({ until }) => until))),
  }
}

const standingReasons = ({ leave }: Persuaded): GuardRefusal[] => {
  if (leave.requestedAt) return [{ code: 'guard.leaveRequested', params: {} }]
  const shown = leave.askedAt === null || (leave.shownAt !== null && leave.shownAt >= leave.askedAt)
  return shown ? [] : [{ code: 'guard.showWayOut', params: {} }]
}

type Rest = { until: number; reason: GuardRefusal }

const restsOf = (past: Persuaded, limits: RetentionLimits, now: Date): Rest[] => {
  const { most, days } = limits.attempts
  const decisive = most > 0 ? counting(past.attempts, limits, now)[most - 1] : now
  const used: Rest[] = decisive
    ? [
        {
          until: decisive.getTime() + days * MS_PER_DAY,
          reason: { code: 'guard.attemptsUsed', params: { most, days } },
        },
      ]
    : []
  return [
    ...used,
    ...rest(past.declinedAt, limits.restAfterNo, now, 'guard.restAfterNo'),
    ...rest(past.letGoAt, limits.restAfterLetGo, now, 'guard.restAfterLetGo'),
  ]
}

const rest = (
  from: Date | null,
  days: number,
  now: Date,
  code: 'guard.restAfterNo' | 'guard.restAfterLetGo',
): Rest[] => {
  const until = from === null ? 0 : from.getTime() + days * MS_PER_DAY
  const left = Math.ceil((until - now.getTime()) / MS_PER_DAY)
  return left > 0 ? [{ until, reason: { code, params: { days, left } } }] : []
}

/** Words in both languages; an empty English is told in Chinese. */
export type Both = { zh: string; en: string }

/** One step a customer takes, in or out. `minutes` is what it takes them; `asked` by a law or by the customer's own protection, not by us. */
export type DoorStep = { what: Both; minutes: number; asked?: 'law' | undefined }

/** A door as the customer walks it: the steps, and the channels it is open on. */
export type Door = { steps: readonly DoorStep[]; channels: readonly string[] }

/**
 * What makes leaving harder than joining was: more steps, more minutes, or a channel that is open for joining and shut for
 * leaving. Steps the law asks for (paying what is owed, ending a term one agreed to) count on neither side. A way out that nobody has
 * written down is refused as well: what is not known cannot be shown.
 */
export const wayOutFaults = (wayIn: Door, wayOut: Door): GuardRefusal[] => {
  if (wayOut.steps.length === 0) return [{ code: 'guard.wayOutUnknown', params: {} }]
  const faults: GuardRefusal[] = []
  const [stepsIn, stepsOut] = [ours(wayIn), ours(wayOut)]
  const [minutesIn, minutesOut] = [minutesOf(stepsIn), minutesOf(stepsOut)]
  if (stepsOut.length > stepsIn.length)
    faults.push({ code: 'guard.wayOutLonger', params: { wayIn: stepsIn.length, wayOut: stepsOut.length } })
  if (minutesOut > minutesIn)
    faults.push({ code: 'guard.wayOutSlower', params: { wayIn: minutesIn, wayOut: minutesOut } })
  for (const channel of wayIn.channels)
    if (!wayOut.channels.includes(channel)) faults.push({ code: 'guard.wayOutChannel', params: { channel } })
  return faults
}

/**
 * What makes coming back harder than joining was: who returns is treated as anybody new, so no step and no minute more. An unwritten
 * way back says nothing.
 */
export const wayBackFaults = (wayIn: Door, wayBack: Door): GuardRefusal[] => {
  const faults: GuardRefusal[] = []
  const [stepsIn, stepsBack] = [ours(wayIn), ours(wayBack)]
  const [minutesIn, minutesBack] = [minutesOf(stepsIn), minutesOf(stepsBack)]
  if (stepsBack.length > stepsIn.length)
    faults.push({ code: 'guard.wayBackLonger', params: { wayIn: stepsIn.length, wayBack: stepsBack.length } })
  if (minutesBack > minutesIn)
    faults.push({ code: 'guard.wayBackSlower', params: { wayIn: minutesIn, wayBack: minutesBack } })
  return faults
}

/** The three ways as a customer of one kind walks them. */
export type Doors = { in: Door; out: Door; back: Door }

/** Everything that makes leaving or coming back harder than joining was. */
export const doorFaults = (doors: Doors): GuardRefusal[] => [
  ...wayOutFaults(doors.in, doors.out),
  ...wayBackFaults(doors.in, doors.back),
]

const ours = ({ steps }: Door): DoorStep[] => steps.filter(({ asked }) => asked !== 'law')
/** What the steps take together, minutes. */
export const minutesOf = (steps: readonly DoorStep[]): number => steps.reduce((sum, { minutes }) => sum + minutes, 0)

import type { Id } from '#domain/kernel/id.ts'
import { dayIn } from '#domain/kernel/day.ts'
import { ok, refuse, type Result } from '#domain/kernel/result.ts'
import type { Said } from '#domain/kernel/said.ts'
import type { Pause } from './clock.ts'

/** The six steps of settling a complaint [S-46], in order. */
export const complaintSteps = ['listened', 'analysed', 'understood', 'restated', 'answered', 'offered'] as const
export type ComplaintStep = (typeof complaintSteps)[number]

/** The four steps of service recovery: apologise, go through it together, act and follow up, document. */
export const recoverySteps = ['apologised', 'wentThrough', 'acted', 'documented'] as const
export type RecoveryStep = (typeof recoverySteps)[number]

/** What moves the customer to complain [S-51]. */
export const motives = ['comfort', 'solution', 'compensation'] as const
export type Motive = (typeof motives)[number]

/**
 * The six temperaments named at the complaint desk [S-51], in words the customer may read. How to handle each is not in any source: the place is kept, and says that it is
 * empty until the office fills it.
 */
export const temperaments = ['upset', 'firm', 'demanding', 'heated', 'prepared', 'public'] as const
export type Temperament = (typeof temperaments)[number]

/** How much it weighs, by the grade template [S-51]; heavier ones are answered to sooner. */
export const complaintLevels = ['general', 'major', 'urgent'] as const
export type ComplaintLevel = (typeof complaintLevels)[number]

/** Where a complaint goes when it goes further; `appeal` is the customer's own way, to the appeal body [S-50]. */
export const escalationTargets = ['lead', 'supervisor', 'appeal'] as const
export type EscalationTarget = (typeof escalationTargets)[number]

/** Gone further: where to, and why in a sentence. */
export type Escalation = { to: EscalationTarget; reason: string; at: Date }

/** A word on progress given to the customer; `nextAt` is when the next one was agreed on, null for the usual time. */
export type Told = { what: string; nextAt: Date | null; at: Date }

/** Handed to another department: all four parts, to a person, by an hour [S-49]. */
export type Handing = {
  event: string
  demand: string
  problem: string
  measure: string
  to: Id | null
  at: Date
  /** What was asked of the other department, by its id. */
  id?: Id | undefined
}

export type HandingPart = 'event' | 'demand' | 'problem' | 'measure' | 'to'

/** A complaint beyond the case it is: its steps with times, what was early, who has it, how it ended. */
export type Complaint = {
  openedAt: Date
  steps: Readonly<Partial<Record<ComplaintStep, Date>>>
  /** Answered before the restatement was confirmed: why. */
  early: { step: ComplaintStep; reason: string; at: Date } | null
  recovery: Readonly<Partial<Record<RecoveryStep, Date>>>
  handings: readonly Handing[]
  /** Tries to hear the customer's word that it is settled; `reached` false when nobody answered. */
  asked: readonly { at: Date; reached: boolean; settled: boolean | null; cause: string }[]
  closed: { at: Date; confirmed: boolean } | null
  level: ComplaintLevel
  /** Ways the customer could choose from. */
  ways: number
  pauses: readonly Pause[]
  told: readonly Told[]
  escalations: readonly Escalation[]
  /** Opened again after closing: when it had been closed, and why again. */
  reopened: readonly { closedAt: Date; reason: string; at: Date }[]
}

/** A complaint that has just come in. */
export const newComplaint = (openedAt: Date): Complaint => ({
  openedAt,
  steps: {},
  early: null,
  recovery: {},
  handings: [],
  asked: [],
  closed: null,
  level: 'general',
  ways: 0,
  pauses: [],
  told: [],
  escalations: [],
  reopened: [],
})

export type ComplaintMove =
  | { move: 'step'; step: ComplaintStep; reason?: string | undefined; ways?: number | undefined }
  | { move: 'recovery'; step: RecoveryStep }
  | { move: 'handed'; handing: Omit<Handing, 'at'> }
  | { move: 'asked'; reached: boolean; settled: boolean | null; cause: string }
  | { move: 'told'; what: string; nextAt: Date | null }
  | { move: 'paused'; reason: string }
  | { move: 'resumed' }
  | { move: 'escalated'; to: EscalationTarget; reason: string }
  | { move: 'closed' }
  | { move: 'reopened'; reason: string }

type None = Readonly<Record<string, never>>

export type ComplaintRefusalFacts = {
  'complaint.closed': None
  'complaint.notClosed': None
  'complaint.restateFirst': None
  'complaint.answerFirst': None
  'complaint.partMissing': { parts: string }
  'complaint.causeMissing': None
  'complaint.reasonMissing': None
  'complaint.wordsMissing': None
  'complaint.nextInPast': None
  'complaint.paused': None
  'complaint.notPaused': None
  'complaint.unconfirmed': { tried: number; days: number; need: number }
}

type Moved = Result<Complaint, Said<ComplaintRefusalFacts>>

/** After three tries on three different days a complaint may be closed unconfirmed; it is counted apart. */
export const TRIES_BEFORE_CLOSING = 3

/** The complaint after a move, or why not. `timeZone` decides which tries fall on different days. */
export const moveComplaint = (entry: Complaint, move: ComplaintMove, at: Date, timeZone: string): Moved => {
  if (move.move === 'reopened') return reopened(entry, move.reason.trim(), at)
  if (entry.closed) return refuse({ code: 'complaint.closed', params: {} })
  switch (move.move) {
    case 'step':
      return stepped(entry, move, at)
    case 'recovery':
      return ok({ ...entry, recovery: { ...entry.recovery, [move.step]: entry.recovery[move.step] ?? at } })
    case 'handed':
      return handed(entry, move.handing, at)
    case 'asked':
      return asked(entry, move, at)
    case 'told':
      return told(entry, move, at)
    case 'paused':
      return paused(entry, move.reason.trim(), at)
    case 'resumed':
      return resumed(entry, at)
    case 'escalated':
      return move.reason.trim() === ''
        ? refuse({ code: 'complaint.reasonMissing', params: {} })
        : ok({ ...entry, escalations: [...entry.escalations, { to: move.to, reason: move.reason.trim(), at }] })
    case 'closed':
      return closing(entry, at, timeZone)
  }
}

/** The first time a step is done is the one that counts. Answering before the restatement was confirmed takes a reason [S-46]. */
const stepped = (entry: Complaint, { step, reason = '', ways }: ComplaintMove & { move: 'step' }, at: Date): Moved => {
  const isEarly =
    (step === 'answered' || step === 'offered') && entry.steps.restated === undefined && entry.early === null
  if (isEarly && reason.trim() === '') return refuse({ code: 'complaint.restateFirst', params: {} })
  return ok({
    ...entry,
    steps: {
      ...entry.steps,
      // An answer that puts ways before the customer has offered them.
      ...(step === 'answered' && (ways ?? 0) > 0 ? { offered: entry.steps.offered ?? at } : {}),
      [step]: entry.steps[step] ?? at,
    },
    early: isEarly ? { step, reason: reason.trim(), at } : entry.early,
    ways: Math.max(entry.ways, ways ?? 0),
  })
}

const told = (entry: Complaint, { what, nextAt }: ComplaintMove & { move: 'told' }, at: Date): Moved => {
  if (what.trim() === '') return refuse({ code: 'complaint.wordsMissing', params: {} })
  if (nextAt !== null && nextAt <= at) return refuse({ code: 'complaint.nextInPast', params: {} })
  return ok({ ...entry, told: [...entry.told, { what: what.trim(), nextAt, at }] })
}

export const isPaused = ({ pauses }: Pick<Complaint, 'pauses'>): boolean => pauses.at(-1)?.until === null

const paused = (entry: Complaint, reason: string, at: Date): Moved => {
  if (isPaused(entry)) return refuse({ code: 'complaint.paused', params: {} })
  if (reason === '') return refuse({ code: 'complaint.reasonMissing', params: {} })
  return ok({ ...entry, pauses: [...entry.pauses, { from: at, until: null, reason }] })
}

const resumed = (entry: Complaint, at: Date): Moved =>
  isPaused(entry) ? ok(running(entry, at)) : refuse({ code: 'complaint.notPaused', params: {} })

/** With whatever pause was open ended. */
const running = (entry: Complaint, at: Date): Complaint => ({
  ...entry,
  pauses: entry.pauses.map((pause) => (pause.until === null ? { ...pause, until: at } : pause)),
})

/** Opened again, it asks anew: what was said before the closing counts no more, and stays to be read. */
const reopened = (entry: Complaint, reason: string, at: Date): Moved => {
  if (!entry.closed) return refuse({ code: 'complaint.notClosed', params: {} })
  if (reason === '') return refuse({ code: 'complaint.reasonMissing', params: {} })
  return ok({ ...entry, closed: null, reopened: [...entry.reopened, { closedAt: entry.closed.at, reason, at }] })
}

/** What was asked since it was last opened. */
export const askedNow = ({ asked, reopened }: Pick<Complaint, 'asked' | 'reopened'>): Complaint['asked'] => {
  const since = reopened.at(-1)?.at
  return since ? asked.filter(({ at }) => at >= since) : asked
}

const handed = (entry: Complaint, handing: Omit<Handing, 'at'>, at: Date): Moved => {
  const parts = missingParts(handing)
  return parts.length > 0
    ? refuse({ code: 'complaint.partMissing', params: { parts: parts.join(', ') } })
    : ok({ ...entry, handings: [...entry.handings, { ...handing, at }] })
}

/** The parts of a transfer note still empty, each named [S-49]. */
export const missingParts = (handing: Omit<Handing, 'at'>): HandingPart[] => [
  ...(['event', 'demand', 'problem', 'measure'] as const).filter((part) => handing[part].trim() === ''),
  ...(handing.to === null ? (['to'] as const) : []),
]

/** Whether a transfer went out on the day the complaint came in; after midnight it is late [S-48]. */
export const isSameDayHanding = (entry: Complaint, timeZone: string): boolean | null => {
  const first = entry.handings[0]
  return first ? dayIn(first.at, timeZone) === dayIn(entry.openedAt, timeZone) : null
}

/** Who is not satisfied is asked why; without the cause nothing is learnt [S-49]. */
const asked = (entry: Complaint, move: ComplaintMove & { move: 'asked' }, at: Date): Moved => {
  if (entry.steps.answered === undefined) return refuse({ code: 'complaint.answerFirst', params: {} })
  const { reached, settled, cause } = move
  if (reached && settled === false && cause.trim() === '') return refuse({ code: 'complaint.causeMissing', params: {} })
  return ok({
    ...entry,
    asked: [...entry.asked, { at, reached, settled: reached ? settled : null, cause: cause.trim() }],
  })
}

/** It ends on the customer’s word; after three tries on three days it may end unconfirmed. */
const closing = (entry: Complaint, at: Date, timeZone: string): Moved => {
  if (entry.steps.answered === undefined) return refuse({ code: 'complaint.answerFirst', params: {} })
  const { tried, days, heardYes, heardNo } = triesOf(entry, timeZone)
  if (heardYes) return ok({ ...running(entry, at), closed: { at, confirmed: true } })
  if (!heardNo && tried >= TRIES_BEFORE_CLOSING && days >= TRIES_BEFORE_CLOSING)
    return ok({ ...running(entry, at), closed: { at, confirmed: false } })
  return refuse({ code: 'complaint.unconfirmed', params: { tried, days, need: TRIES_BEFORE_CLOSING } })
}

/** How often nobody was reached, on how many days, and what the customer last said. */
export const triesOf = (
  entry: Pick<Complaint, 'asked' | 'reopened'>,
  timeZone: string,
): { tried: number; days: number; heardYes: boolean; heardNo: boolean } => {
  const asked = askedNow(entry)
  const unheard = asked.filter(({ reached }) => !reached)
  return {
    tried: unheard.length,
    days: new Set(unheard.map(({ at }) => dayIn(at, timeZone))).size,
    heardYes: asked.findLast(({ reached }) => reached)?.settled === true,
    heardNo: asked.some(({ reached, settled }) => reached && settled === false),
  }
}

/** Minutes each step took since the one before, null where a step is missing [S-46]. */
export const stepMinutes = ({ openedAt, steps }: Complaint): Record<ComplaintStep, number | null> => {
  let before = openedAt
  const minutes = complaintSteps.map((step): [ComplaintStep, number | null] => {
    const at = steps[step]
    if (at === undefined) return [step, null]
    const taken = Math.max(0, Math.round((at.getTime() - before.getTime()) / 60_000))
    before = at
    return [step, taken]
  })
  return Object.fromEntries(minutes) as Record<ComplaintStep, number | null>
}

/** A first action within twenty minutes of the apology or of the complaint coming in, whichever was first. */
export const FIRST_ACTION_MINUTES = 20

/** Null while there is still time. */
export const firstActionInTime = (entry: Complaint, now: Date): boolean | null => {
  const due = new Date(entry.openedAt.getTime() + FIRST_ACTION_MINUTES * 60_000)
  const { acted } = entry.recovery
  if (acted) return acted <= due
  return now <= due ? null : false
}

/** After abuse, five minutes nobody measures, and the next call waits [S-47]. */
const REST_MINUTES = 5

export const restUntil = (abusedAt: Date): Date => new Date(abusedAt.getTime() + REST_MINUTES * 60_000)

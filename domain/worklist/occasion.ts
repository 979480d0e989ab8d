import type { CustomerKind } from '#domain/customer/kind.ts'
import type { Day, Month } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import type { Fen } from '#domain/kernel/money.ts'
import type { ClockKind } from '#domain/retention/case-clock.ts'
import type { Change } from './from-appointments.ts'
import type { Due, Wall } from './wall.ts'

export type Festival = 'spring' | 'lantern' | 'dragonBoat' | 'midAutumn' | 'doubleNinth' | 'nationalDay' | 'newYear'

/** What makes a customer due, each with the raw fact it is told by. Texts are as captured. */
export type Reason =
  | { kind: 'promise'; promised: Day; what: string }
  | { kind: 'callback'; asked: Day; about: string }
  | { kind: 'appointment'; way: 'visit' | 'call'; place: string }
  | { kind: 'untold'; way: 'visit' | 'call'; change: Change; expected: Wall; now: Wall | null }
  | { kind: 'complaint'; opened: Day; about: string }
  | { kind: 'complaintNext'; opened: Day; about: string; ask: 'progress' | 'result' | 'confirm' | 'law' }
  | { kind: 'request'; opened: Day; about: string }
  | { kind: 'feeling'; closed: Day; about: string }
  | { kind: 'expectation'; words: string; deciderUnseen: number | null }
  | { kind: 'newCustomer'; assigned: Day; workdays: number }
  | { kind: 'unbound'; promoted: Day; tier: string }
  | { kind: 'welcome'; promoted: Day; tier: string; messaged: Day | null; until: Day }
  | { kind: 'retention'; asks: ClockKind }
  | { kind: 'escalated'; raised: Day; about: string; reason: string }
  | { kind: 'approval'; asked: Day; by: string; titleZh: string; titleEn: string }
  | { kind: 'handover'; assigned: Day; former: string }
  | { kind: 'task'; aboutZh: string; aboutEn: string; subject: string | null }
  | { kind: 'porting'; asked: Day }
  | { kind: 'risk'; risk: number; before: number | null }
  | { kind: 'contract'; ends: Day; askedElsewhere: number | null }
  | { kind: 'billJump'; month: Month; item: string; amount: Fen; usual: Fen }
  | { kind: 'faultUntold'; fixed: Day; about: string; places: number }
  | { kind: 'tierUp'; tier: string; missing: Fen; per: 'year' | 'month'; need: string | null }
  | { kind: 'tierDown'; tier: string; above: Fen; per: 'year' | 'month' }
  | { kind: 'birthday'; on: Day; lunarMonth: number | null; lunarDay: number | null; likes: string | null }
  | { kind: 'festival'; on: Day; festival: Festival }
  | { kind: 'points'; expires: Day; points: number; wanted: string | null }
  | { kind: 'market'; on: Day; delivery: Day | null }
  | { kind: 'cadence'; tier: string; every: number; days: number | null; lastTopic: string | null }

export type OccasionKind = Reason['kind']

/**
 * One dated reason to reach one customer. `recordId` names the fact behind it and must change when the fact recurs
 * (a birthday carries its year, a cadence the day of the last contact): what is done or put off is remembered by it.
 */
export type Occasion = Reason & {
  customerId: Id
  recordId: string
  due: Due
  /** Yearly money this one thing may cost or bring, in fen, where it is known. */
  stake?: Fen
}

/** What the list needs to know of a customer. `risk` is the chance of leaving, 0–1. */
export type ListedCustomer = {
  customerId: Id
  kind: CustomerKind
  tier: string | null
  paid12: Fen
  risk: number | null
}

export const keyOf = ({ kind, recordId }: { kind: OccasionKind; recordId: string }): string => `${kind}:${recordId}`

/** Made to the customer, or asked by the customer: they come before everything we want ourselves. */
export const isObligation = ({ kind }: { kind: OccasionKind }): boolean => obligations.includes(kind)

/** Settled by what it names and by nothing else: a tick or a call leaves it standing. */
export const staysUntilSettled = (occasion: { kind: OccasionKind }): boolean =>
  isObligation(occasion) || occasion.kind === 'approval'

const obligations: readonly OccasionKind[] = [
  'promise',
  'callback',
  'appointment',
  'untold',
  'complaint',
  'complaintNext',
  'request',
]

/** Wanted some time in a week, by us: it waits for whoever knows the customer, also when they are away for a while. */
export const canWait = ({ due }: { due: Due }): boolean => due.by === 'week'

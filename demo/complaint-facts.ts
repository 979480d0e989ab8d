import { answerDue } from '#domain/case/service-case.ts'
import { usualHours } from '#domain/kernel/working-hours.ts'
import { at } from './moment.ts'
import { staffId } from './people.ts'

const time = { hours: usualHours, timeZone: 'Asia/Shanghai' }

/** A handing on: to whom, when, the four parts. */
type HandingFacts = {
  to: string
  at: string
  event: string
  demand: string
  problem: string
  measure: string
  id?: string
}

/** A case as a story tells it; all but the first lines only of complaints. */
export type CaseFacts = {
  kind: 'request' | 'complaint'
  opened: string
  /** Of a request; a complaint is due by its own rule. */
  due?: string
  owner?: string
  answered?: string
  answer?: string
  closed?: string
  felt?: string
  asked?: string
  /** The customer's own words. */
  said?: string
  level?: 'major' | 'urgent'
  temperament?: 'upset' | 'firm' | 'demanding' | 'heated' | 'prepared' | 'public'
  motive?: 'comfort' | 'solution' | 'compensation'
  /** When the steps before and after the answer were done; the answer is `answered`. */
  steps?: Partial<Record<'listened' | 'analysed' | 'understood' | 'restated' | 'offered', string>>
  early?: string
  recovery?: Partial<Record<'apologised' | 'wentThrough' | 'acted' | 'documented', string>>
  ways?: number
  handings?: readonly HandingFacts[]
  told?: readonly (readonly [when: string, what: string, next?: string])[]
  /** Tries to hear the customer's word: yes, no with its cause, or nobody there. */
  tries?: readonly (readonly [when: string, heard: 'yes' | 'none' | { no: string }])[]
  pauses?: readonly (readonly [from: string, until: string | null, reason: string])[]
  escalations?: readonly (readonly [when: string, to: 'lead' | 'supervisor' | 'appeal', reason: string])[]
  reopened?: readonly (readonly [when: string, closed: string, reason: string])[]
}

/** A complaint within four working hours, as the rule says; a request by the day of its story. */
export const dueOf = ({ kind, opened, due }: CaseFacts): Date =>
  kind === 'request' && due ? at(due) : answerDue(kind, at(opened), time).at

const iso = (when: string): string => at(when).toISOString()

const stamps = (steps: Readonly<Partial<Record<string, string>>>): Record<string, string> =>
  Object.fromEntries(Object.entries(steps).flatMap(([step, when]) => (when === undefined ? [] : [[step, iso(when)]])))

/** What a complaint keeps beside its case. One that was closed was closed on the customer's word, unless the last try reached nobody. */
export const complaintColumns = (facts: CaseFacts) => {
  const tries = facts.tries ?? (facts.closed ? ([[facts.closed, 'yes']] as const) : [])
  return {
    said: facts.said ?? null,
    level: facts.level ?? 'general',
    temperament: facts.temperament ?? null,
    motive: facts.motive ?? null,
    steps: stamps({ ...facts.steps, ...(facts.answered ? { answered: facts.answered } : {}) }),
    early: facts.early && facts.answered ? { step: 'answered', reason: facts.early, at: iso(facts.answered) } : null,
    recovery: stamps(facts.recovery ?? {}),
    ways: facts.ways ?? 0,
    handings: (facts.handings ?? []).map((one) => ({ ...one, to: staffId(one.to), at: iso(one.at) })),
    told: (facts.told ?? []).map(([when, what, next]) => ({ at: iso(when), what, nextAt: next ? iso(next) : null })),
    tries: tries.map(([when, heard]) => ({
      at: iso(when),
      reached: heard !== 'none',
      settled: heard === 'none' ? null : heard === 'yes',
      cause: typeof heard === 'object' ? heard.no : '',
    })),
    pauses: (facts.pauses ?? []).map(([from, until, reason]) => ({
      from: iso(from),
      until: until === null ? null : iso(until),
      reason,
    })),
    escalations: (facts.escalations ?? []).map(([when, to, reason]) => ({ at: iso(when), to, reason })),
    reopened: (facts.reopened ?? []).map(([when, closed, reason]) => ({
      at: iso(when),
      closedAt: iso(closed),
      reason,
    })),
    closed_as: facts.closed ? (tries.at(-1)?.[1] === 'yes' ? 'confirmed' : 'unconfirmed') : null,
  }
}

import type { Id } from '#domain/kernel/id.ts'
import { ok, refuse, type Result } from '#domain/kernel/result.ts'
import type { Said } from '#domain/kernel/said.ts'
import { addWorkingMinutes, type WorkingTime } from '#domain/kernel/working-hours.ts'

export const caseKinds = ['request', 'complaint'] as const
export type CaseKind = (typeof caseKinds)[number]

export const caseMoves = ['answered', 'felt', 'closed', 'reopened'] as const
export type CaseMove = (typeof caseMoves)[number]

/** A request or complaint that outlives the contact it came up in. `felt` is asked apart from closing, in the customer's words. */
export type CaseEntry = {
  kind: CaseKind
  ownerId: Id
  openedAt: Date
  dueAt: Date
  answeredAt: Date | null
  answer: string | null
  closedAt: Date | null
  felt: string | null
  askedAt: Date | null
}

type None = Readonly<Record<string, never>>

export type CaseRefusalFacts = {
  'case.answerNeeded': None
  'case.answerFirst': None
  'case.feltNeeded': None
  'case.closed': None
  'case.notClosed': None
  /** A complaint has steps of its own. */
  'case.asComplaint': None
}

type Moved = Result<CaseEntry, Said<CaseRefusalFacts>>

const no = (code: Exclude<keyof CaseRefusalFacts, 'case.asComplaint'>): Moved => refuse({ code, params: {} })

/** Working minutes until the customer has an answer: a complaint within four hours of work, a request within eight. */
export const answerWithin: Readonly<Record<CaseKind, number>> = { complaint: 4 * 60, request: 8 * 60 }

/** When an answer is due; provisional beyond the published working calendar. */
export const answerDue = (kind: CaseKind, openedAt: Date, time: WorkingTime): { at: Date; provisional: boolean } =>
  addWorkingMinutes(openedAt, answerWithin[kind], time)

/**
 * A case after a move, or why not. It is closed once answered; how it felt is asked separately, after the answer, because
 * what was settled and how it was experienced are two things [S-41, R-06].
 */
export const moveCase = (entry: CaseEntry, { move, text }: { move: CaseMove; text: string }, at: Date): Moved => {
  const words = text.trim()
  switch (move) {
    case 'answered':
      if (entry.closedAt) return no('case.closed')
      return words === ''
        ? no('case.answerNeeded')
        : ok({ ...entry, answer: words, answeredAt: entry.answeredAt ?? at })
    case 'felt':
      if (!entry.answeredAt) return no('case.answerFirst')
      return words === '' ? no('case.feltNeeded') : ok({ ...entry, felt: words, askedAt: at })
    case 'closed':
      if (entry.closedAt) return no('case.closed')
      return entry.answeredAt ? ok({ ...entry, closedAt: at }) : no('case.answerFirst')
    case 'reopened':
      return entry.closedAt ? ok({ ...entry, closedAt: null }) : no('case.notClosed')
  }
}

export type CaseStanding = 'waiting' | 'overdue' | 'answered' | 'closed' | 'unasked'

/** `unasked`: closed, and nobody has asked yet how it felt. */
export const standingOfCase = (entry: CaseEntry, now: Date): CaseStanding => {
  if (entry.closedAt) return entry.askedAt ? 'closed' : 'unasked'
  if (entry.answeredAt) return 'answered'
  return entry.dueAt < now ? 'overdue' : 'waiting'
}

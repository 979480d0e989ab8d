import type { Id } from '#domain/kernel/id.ts'
import { reduceCase } from '#domain/retention/case.ts'
import { type CaseContext, mayAppend, nothingTried } from '#domain/retention/case-append.ts'
import type { CaseEvent, CaseHappening, GivenOffer } from '#domain/retention/case-event.ts'
import type { CaseState } from '#domain/retention/case-state.ts'
import { usualRetentionLimits } from '#domain/retention/guard.ts'
import { numberPortingCn } from '#domain/retention/law-cn.ts'

/** Monday 2026-11-23, 10:00 in Shanghai. */
export const monday = new Date('2026-11-23T02:00:00Z')

export const hoursLater = (hours: number): Date => new Date(monday.getTime() + hours * 3_600_000)

/** A front line that may give ¥300 a case, nothing tried before, the Chinese law, and our usual limits. */
export const frontLine: CaseContext = {
  today: '2026-11-23',
  authority: { perCase: 30_000, perMonth: 100_000 },
  spentThisMonth: 0,
  board: [],
  earlier: nothingTried,
  limits: usualRetentionLimits,
  laws: [numberPortingCn],
  setting: { ownNames: ['中国移动', '移动'], localPhrases: [] },
}

export const aPlanThatFits: GivenOffer = {
  offerId: 'fit-59',
  name: { zh: '59 元套餐', en: 'The ¥59 plan' },
  way: 'fit',
  cost: 20_000,
  benefit: 36_000,
  addsTermMonths: 0,
  termAgreed: false,
  openTo: 'alike',
}

let made = 0

/** One event of the case as a device has it before the server numbers it; an hour after ten unless a time is given. */
export const happens = (happening: CaseHappening, at?: Date, actor: Id = 'lin'): CaseEvent => {
  made += 1
  const id = `e${String(made).padStart(8, '0')}`
  return { id, caseId: 'case', actor, at: at ?? hoursLater(1), sequence: null, ...happening }
}

export const opened = (at: Date = monday): CaseEvent =>
  happens(
    {
      type: 'opened',
      customerId: 'zhao',
      signal: { from: 'customer', said: [], words: '问怎么转网' },
      chance: 0.4,
      atRisk: 120_000,
    },
    at,
    'gu',
  )

export const dispatched = (at: Date = monday): CaseEvent =>
  happens({ type: 'dispatched', to: 'lin', dueAt: hoursLater(4), provisional: false }, at, 'gu')

export const talkedOfStaying = (at: Date, reached = true): CaseEvent =>
  happens({ type: 'talked', touch: null, direction: 'outbound', reached, about: 'staying' }, at)

export const tooDear = (at?: Date): CaseEvent =>
  happens({ type: 'reasonsNoted', reasons: [{ reason: 'price', voice: 'customer', words: '每个月太贵' }] }, at)

/** A case whose customer was reached and said why. */
export const understoodCase = (): CaseEvent[] => [
  opened(),
  dispatched(),
  talkedOfStaying(hoursLater(1)),
  tooDear(hoursLater(1)),
]

/** The codes that stop an event, or none. */
export const stops = (events: readonly CaseEvent[], next: CaseEvent, context: Partial<CaseContext> = {}): string[] => {
  const result = mayAppend(reduceCase(events), next, { ...frontLine, ...context })
  return result.ok ? [] : result.error.map(({ code }) => code)
}

/** Walks a case event by event; throws where one may not be added. */
export const walked = (events: readonly CaseEvent[], context: Partial<CaseContext> = {}): CaseState => {
  const kept: CaseEvent[] = []
  for (const event of events) {
    const codes = stops(kept, event, context)
    if (codes.length > 0) throw new Error(`${event.type}: ${codes.join(', ')}`)
    kept.push(event)
  }
  return reduceCase(kept)
}

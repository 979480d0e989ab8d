import { addDays, type Day, daysBetween } from '#domain/kernel/day.ts'
import { ok, refuse, type Result } from '#domain/kernel/result.ts'
import type { Said } from '#domain/kernel/said.ts'
import type { QuestionKind } from './answer.ts'

/** What a customer may be asked for: what they expect of something still to come, how a contact went, how satisfied they are, the 22 items. */
export const surveyKinds = ['expected', 'contact', 'satisfied', 'servqual'] as const
export type SurveyKind = (typeof surveyKinds)[number]

/** Days for which an expectation once told is held against what follows, so that nobody is asked for it twice. */
const EXPECTS_FOR_DAYS = 60

/**
 * The questions of a survey, in their order. After a contact what was expected is asked before what was got, each by itself, unless it was told
 * of this matter lately (`expectedOn`); then only what was got [R-18, M-02]. The 22 items have sheets instead.
 */
export const questionsOf = (kind: SurveyKind, expectedOn: Day | null, today: Day): readonly QuestionKind[] => {
  if (kind === 'servqual') return []
  if (kind !== 'contact') return [kind]
  const told = expectedOn !== null && daysBetween(expectedOn, today) <= EXPECTS_FOR_DAYS
  return told ? ['experienced', 'satisfied'] : ['expected', 'experienced', 'satisfied']
}

/** One question sent to a customer by link or QR, or asked on the call; it is answered once and without a sign-in. */
export type Invitation = { asks: SurveyKind; sentOn: Day; answeredOn: Day | null; withdrawn: boolean }

export type SurveyFacts = {
  'survey.answered': { on: Day }
  'survey.over': { until: Day }
  'survey.withdrawn': Record<string, never>
  'survey.tooSoon': { last: Day; from: Day }
  'survey.open': { sentOn: Day }
}

/** Days a link stays open, and days of rest before the same question is asked again. A starting point. */
export type SurveyLimits = { open: number; rest: Readonly<Record<SurveyKind, number>> }

export const usualSurveyLimits: SurveyLimits = {
  open: 14,
  rest: { expected: 30, contact: 30, satisfied: 90, servqual: 365 },
}

/** Whether an answer may still be given. A second try is told that the first was received, not that something is wrong. */
export const mayAnswer = (
  { sentOn, answeredOn, withdrawn }: Invitation,
  today: Day,
  { open }: SurveyLimits = usualSurveyLimits,
): Result<true, Said<SurveyFacts>> => {
  if (answeredOn !== null) return refuse({ code: 'survey.answered', params: { on: answeredOn } })
  if (withdrawn) return refuse({ code: 'survey.withdrawn', params: {} })
  const until = addDays(sentOn, open)
  return today > until ? refuse({ code: 'survey.over', params: { until } }) : ok(true)
}

/** Whether a customer may be asked this question now, besides the contact gate: not while one is open, and not again too soon. */
export const mayInvite = (
  asks: SurveyKind,
  earlier: readonly Invitation[],
  today: Day,
  limits: SurveyLimits = usualSurveyLimits,
): Result<true, Said<SurveyFacts>> => {
  const same = earlier.filter((each) => each.asks === asks)
  const open = same.find((each) => mayAnswer(each, today, limits).ok)
  if (open) return refuse({ code: 'survey.open', params: { sentOn: open.sentOn } })
  const last = same
    .flatMap(({ answeredOn }) => (answeredOn === null ? [] : [answeredOn]))
    .toSorted()
    .at(-1)
  const rest = limits.rest[asks]
  if (last !== undefined && daysBetween(last, today) < rest)
    return refuse({ code: 'survey.tooSoon', params: { last, from: addDays(last, rest) } })
  return ok(true)
}

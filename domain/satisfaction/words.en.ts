import type { Words } from '#domain/kernel/said.ts'
import { percent, shortDay } from '#domain/kernel/wording.ts'
import type { QuestionKind } from './answer.ts'
import type { ValueFacts, ValueParts } from './customer-value.ts'
import type { GapKind } from './five-gaps.ts'
import type { Felt, Grade, GradeFacts } from './grade.ts'
import type { SurveyFacts, SurveyKind } from './invitation.ts'
import type { LensPart } from './lens.ts'
import type { ServqualFacts } from './servqual.ts'
import type { Play } from './shift.ts'
import type { RepresentedResult, TellingFacts } from './telling.ts'
import type { CircleFacts } from './circle.ts'
import type { Zone, ZoneFacts } from './zone.ts'

export const gradeNames: Record<Grade, string> = {
  excellent: 'Beyond expectation',
  good: 'Good',
  acceptable: 'Acceptable',
  poor: 'Short of it',
}

export const feltNames: Record<Felt, string> = {
  above: 'Above what was expected',
  met: 'As expected',
  below: 'Below what was expected',
}

export const zoneNames: Record<Zone, string> = {
  swing: 'Swing zone',
  indifference: 'Indifference zone',
  delight: 'Delight zone',
}

export const playNames: Record<Play, string> = { recover: 'Make it good', listen: 'Listen', thank: 'Give thanks' }

export const questionNames: Record<QuestionKind, string> = {
  expected: 'Expected',
  experienced: 'Experienced',
  satisfied: 'Satisfied on the whole',
}

export const surveyNames: Record<SurveyKind, string> = {
  expected: 'What is expected, beforehand',
  contact: 'After a contact',
  satisfied: 'Satisfied on the whole',
  servqual: 'Service quality, 22 items',
}

export const resultNames: Record<RepresentedResult, string> = {
  open: 'Waiting for an answer',
  won: 'Got it',
  partly: 'Got part of it',
  not: 'Did not get it',
}

export const lensNames: Record<LensPart, string> = {
  outcome: 'What one gets',
  process: 'How one gets it',
  image: 'How we come across',
}

/** What a zone shift puts on Today: what to do, and the two answers it follows from. */
export const playTasks: Record<Play, (from: number, to: number) => string> = {
  recover: (from, to) =>
    `Satisfaction went from ${n(from)} to ${n(to)}: ask what went wrong, say how it will be made good`,
  listen: (from, to) => `Satisfaction went from ${n(from)} to ${n(to)}: hear what has changed before explaining`,
  thank: (from, to) => `Satisfaction went from ${n(from)} to ${n(to)}: give thanks, ask which thing was right`,
}

/** The question as the customer reads it; `matter` is what it is about. */
export const askedAs: Record<QuestionKind, (matter: string) => string> = {
  expected: (matter) => `About ${matter}: how well do you want us to do?`,
  experienced: (matter) => `About ${matter}: how well did we do?`,
  satisfied: () => 'On the whole, how satisfied are you with us?',
}

export const gapNames: Record<GapKind, string> = {
  perception: 'What customers want, and what we think they want',
  specification: 'What we think they want, and the standard we set',
  delivery: 'The standard, and what is done',
  communication: 'What is done, and what customers were told',
  felt: 'What was expected, and what was felt',
}

const parts: Record<keyof ValueParts, string> = {
  results: 'results',
  process: 'process',
  price: 'price',
  access: 'cost of getting it',
}

const n = (score: number): string => String(Math.round(score * 100) / 100)

const onDay = (on: string, today: string): string => {
  const day = shortDay(on, today, 'en')
  return /^\d/.test(day) ? `On ${day}` : `${day.charAt(0).toUpperCase()}${day.slice(1)}`
}

export const satisfactionEn: Words<
  GradeFacts & ZoneFacts & CircleFacts & SurveyFacts & TellingFacts & ServqualFacts & ValueFacts
> = {
  'grade.excellent': (f) => `Expected ${n(f.expected)}, experienced ${n(f.experienced)}: far beyond expectation.`,
  'grade.good': (f) => `Expected ${n(f.expected)}, experienced ${n(f.experienced)}: better than expected.`,
  'grade.acceptable': (f) => `Expected and experienced ${n(f.expected)}: acceptable.`,
  'grade.poor': (f) => `Expected ${n(f.expected)}, experienced ${n(f.experienced)}: short of what was expected.`,
  'grade.outOfScale': ({ value }) => `Answers go from 1 to 5; ${n(value)} does not.`,
  'grade.badBorder': ({ border }) =>
    `The border of “far beyond” lies between 0.01 and 4 points; ${n(border)} does not.`,
  'grade.noRule': ({ day }) => `There is no rule for grading on ${day}.`,
  'zone.notSafe': ({ score }) => `Answered ${n(score)}: satisfied, but not safe. Satisfied customers leave as well.`,
  'zone.notSafeMeasured': ({ score, stayed, customers, low, high }) =>
    `Answered ${n(score)}, which is not safe: of our ${customers} customers who answered ${Math.floor(score)}, ${stayed} were with us a year later (${percent(low)} to ${percent(high)}).`,
  'circle.known': ({ people, firm }) => {
    const known = people === 1 ? '1 person in the file' : `${people} people in the file`
    const around = [people > 0 ? known : '', firm === null ? '' : `colleagues at ${firm}`].filter(Boolean).join(' and ')
    return `Around them and known to us: ${around}. When this is put right, they see that too.`
  },
  'circle.unknown': () =>
    'Who around them knows us is not in the file. Once this is put right, ask who else at home or at work uses us.',
  'zone.few': ({ score, customers, least }) =>
    `Only ${customers} answered ${n(score)} so far; a share is shown from ${least}.`,
  'zone.fell': ({ from, to, before, on }) => `Answered ${n(from)} on ${before} and ${n(to)} on ${on}.`,
  'zone.rose': ({ from, to, before, on }) => `Answered ${n(from)} on ${before} and ${n(to)} on ${on}.`,
  'survey.answered': ({ on }) => `You answered on ${on} and we have it. Thank you.`,
  'survey.over': ({ until }) =>
    `This survey was open until ${until}. If there is something to say, your manager is glad to hear it any time.`,
  'survey.withdrawn': () => 'This survey has been withdrawn; no answer is needed.',
  'survey.tooSoon': ({ last, from }) => `This was asked on ${last}; ask again from ${from}.`,
  'survey.open': ({ sentOn }) => `The one sent on ${sentOn} is not answered yet; wait for it.`,
  'telling.owed': ({ what, days }) =>
    days === 0
      ? `Changed today and not told to the customer yet: ${what}.`
      : `Changed ${days} ${days === 1 ? 'day' : 'days'} ago and not told to the customer yet: ${what}.`,
  'trust.open': ({ what, on, today }) =>
    `${onDay(on, today)} we stood up for this customer and wait for an answer: ${what}.`,
  'trust.won': ({ what, on, today }) => `${onDay(on, today)} we stood up for this customer and got it: ${what}.`,
  'trust.partly': ({ what, on, today }) =>
    `${onDay(on, today)} we stood up for this customer and got part of it: ${what}.`,
  'trust.not': ({ what, on, today }) =>
    `${onDay(on, today)} we stood up for this customer and did not get it, having tried: ${what}.`,
  'servqual.unknownItem': ({ item }) => `There is no item ${item}; there are 22.`,
  'servqual.outOfScale': ({ item, min, max }) => `Item ${item} takes a whole number from ${min} to ${max}.`,
  'servqual.empty': () => 'The two sheets share no item, so there is no gap to show.',
  'value.missing': ({ part }) => `The ${parts[part]} is missing; fill it in to see the value.`,
  'value.notPositive': ({ part }) => `The ${parts[part]} has to be above 0.`,
}

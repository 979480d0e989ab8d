import type { Words } from '#domain/kernel/said.ts'
import type { Alarm } from './clock.ts'
import type { NextAsk } from './clocks.ts'
import type {
  ComplaintLevel,
  ComplaintRefusalFacts,
  ComplaintStep,
  EscalationTarget,
  HandingPart,
  Motive,
  RecoveryStep,
  Temperament,
} from './complaint.ts'
import type { LimitCode, LimitKind, LimitUnit } from './limits.ts'

export const complaintStepNames: Record<ComplaintStep, string> = {
  listened: 'Listened',
  analysed: 'Found out',
  understood: 'Showed understanding',
  restated: 'Restated',
  answered: 'Answered',
  offered: 'Offered a way',
}

export const recoveryStepNames: Record<RecoveryStep, string> = {
  apologised: 'Apologised',
  wentThrough: 'Went through it together',
  acted: 'Acted at once, and followed up',
  documented: 'Wrote it down',
}

export const motiveNames: Record<Motive, string> = {
  comfort: 'Wants to be heard',
  solution: 'Wants it solved',
  compensation: 'Wants compensation',
}

export const temperamentNames: Record<Temperament, string> = {
  upset: 'Upset',
  firm: 'Has made up their mind',
  demanding: 'Hopes for a great deal',
  heated: 'Uses strong words',
  prepared: 'Well prepared',
  public: 'Mentions the press',
}

export const temperamentEmpty =
  'How to handle this is in none of our sources. The place is kept for the office to fill.'

export const limitNames: Record<LimitCode, string> = {
  firstContact: 'First contact',
  directAnswer: 'Direct answer',
  result: 'Final result',
  progress: 'Next word on progress',
  statutoryAnswer: 'Statutory day',
  appealAcceptance: 'Decision on the appeal’s acceptance',
  appealAnswer: 'Answer to the appeal',
}

export const alarmNames: Record<Alarm, string> = {
  none: '',
  owner: 'Half the time is gone',
  lead: 'Nearly due; the lead sees it',
  supervisor: 'Overdue; the lead sees it',
}

export const complaintLevelNames: Record<ComplaintLevel, string> = {
  general: 'General',
  major: 'Major',
  urgent: 'Urgent',
}

export const escalationNames: Record<EscalationTarget, string> = {
  lead: 'The lead',
  supervisor: 'The service supervisor',
  appeal: 'Appealed by the customer',
}

export const limitKindNames: Record<LimitKind, string> = {
  law: 'Law',
  standard: 'Local standard',
  office: 'Our own',
}

export const limitUnitNames: Record<LimitUnit, (amount: number) => string> = {
  workingMinutes: (amount) => `${amount / 60} working hour${amount === 60 ? '' : 's'}`,
  hours: (amount) => `${amount} hour${amount === 1 ? '' : 's'}`,
  days: (amount) => `${amount} day${amount === 1 ? '' : 's'}`,
  workdays: (amount) => `${amount} working day${amount === 1 ? '' : 's'}`,
}

export const nextAskNames: Record<NextAsk, string> = {
  answer: 'Answer the customer',
  progress: 'Tell how it goes',
  result: 'Give the result',
  confirm: 'Ask whether it is settled',
  law: 'Statutory day',
}

const partNames: Record<HandingPart, string> = {
  event: 'what happened',
  demand: 'what the customer asks',
  problem: 'the problem',
  measure: 'the measure',
  to: 'to whom',
}

export const complaintRefusals: Words<ComplaintRefusalFacts> = {
  'complaint.closed': () => 'This complaint is closed; reopen it to go on.',
  'complaint.notClosed': () => 'This complaint is not closed yet; there is nothing to reopen.',
  'complaint.restateFirst': () =>
    'The customer has not confirmed your restatement. To answer now, give the reason in one line.',
  'complaint.answerFirst': () => 'Answer the customer first, then ask how it went and close it.',
  'complaint.partMissing': ({ parts }) =>
    `The transfer still lacks: ${parts
      .split(', ')
      .map((part) => partNames[part as HandingPart] ?? part)
      .join(', ')}.`,
  'complaint.causeMissing': () => 'The customer is not satisfied; write down why in their own words.',
  'complaint.reasonMissing': () => 'Give the reason in a sentence.',
  'complaint.wordsMissing': () => 'Write down what the customer was told.',
  'complaint.nextInPast': () => 'The next word has to be agreed for a time to come.',
  'complaint.paused': () => 'The clock is standing still already.',
  'complaint.notPaused': () => 'The clock is running; there is nothing to resume.',
  'complaint.unconfirmed': ({ tried, days, need }) =>
    `It closes on the customer’s word. If nobody can be reached: ${need} tries on ${need} days; so far ${tried} on ${days}.`,
}

import type { Words } from '#domain/kernel/said.ts'
import type { Alarm } from './clock.ts'
import type {
  ComplaintRefusalFacts,
  ComplaintStep,
  HandingPart,
  Motive,
  RecoveryStep,
  Temperament,
} from './complaint.ts'
import type { LimitCode } from './limits.ts'

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
  lead: 'Nearly due; the lead has been told',
  supervisor: 'Overdue; the service supervisor has been told',
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
  'complaint.unconfirmed': ({ tried, days, need }) =>
    `It closes on the customer’s word. If nobody can be reached: ${need} tries on ${need} days; so far ${tried} on ${days}.`,
}

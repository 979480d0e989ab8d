import type { Words } from '#domain/kernel/said.ts'
import type { AuditedStandard, AuditProblemFacts, Standard, StandardFacts } from './seven-standards.ts'

export const standardNamesEn: Record<Standard, string> = {
  timeliness: 'Timeliness',
  hasty: 'Closed too soon',
  flow: 'Flow',
  adaptability: 'Adaptability',
  anticipation: 'Anticipation',
  communication: 'Communication',
  feedback: 'Feedback',
  organisation: 'Organisation and supervision',
}

/** What the team asks itself for each standard [S-44]. */
export const auditQuestionsEn: Record<AuditedStandard, readonly string[]> = {
  timeliness: [
    'Is there a time agreed for the whole and for each step?',
    'Is fast always good, or does haste look careless?',
  ],
  flow: ['How do the parts join when several work on it?', 'Who watches the whole, and how is a jam cleared?'],
  adaptability: [
    'Can the service change with what the customer needs?',
    'Is it convenient for the customer, or for us?',
  ],
  anticipation: ['How do we know what is needed before we are asked?', 'What did we do first, unasked?'],
  communication: [
    'Is what we tell full, accurate and in time?',
    'How would we know that word is blocked, and is it then too late?',
  ],
  feedback: ['How do we learn what they think?', 'What changed because of it, and which figures show it?'],
  organisation: ['Who does what, and is there ever a time nobody does?', 'Who supervises, and how?'],
}

const cases = (count: number): string => `${count} ${count === 1 ? 'case' : 'cases'}`

export const standardWordsEn: Words<StandardFacts & AuditProblemFacts> = {
  'standard.timeliness': ({ numerator, denominator }) => `Of ${cases(denominator)} due, ${numerator} answered in time.`,
  'standard.hasty': ({ numerator, denominator }) =>
    `Of ${cases(denominator)} closed, ${numerator} without a restatement, or reopened within seven days.`,
  'standard.flow': ({ numerator, denominator }) =>
    `Of ${cases(denominator)} opened, ${numerator} never lay still for two working days.`,
  'standard.adaptability': ({ numerator, denominator }) =>
    `Of ${cases(denominator)} closed, ${numerator} gave the customer two ways or more to choose from.`,
  'standard.anticipation': ({ numerator, denominator }) =>
    `Of ${cases(denominator)} opened, ${numerator} were raised by us first.`,
  'standard.communication': ({ numerator, denominator }) =>
    `Of ${cases(denominator)} with progress to tell, ${numerator} were told in time each time.`,
  'standard.feedback': ({ numerator, denominator }) =>
    `Of ${cases(denominator)} closed and due to be asked, ${numerator} asked within a week how it felt, with something done where it was not well.`,
  'standard.organisation': ({ numerator, denominator }) =>
    `Of ${cases(denominator)} opened, ${numerator} always had an owner and were handed over whole.`,
  'audit.score': ({ standard }) => `“${standardNamesEn[standard as Standard]}” takes a whole score from 1 to 5.`,
  'audit.evidence': ({ standard }) =>
    `“${standardNamesEn[standard as Standard]}” needs a line of evidence: which case, which figure.`,
  'audit.missing': ({ standard }) => `“${standardNamesEn[standard as Standard]}” is not rated yet.`,
}
